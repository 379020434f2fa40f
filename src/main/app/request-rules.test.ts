import { describe, expect, it } from 'vitest'
import { classifyRequest, isPlainTarget } from './request-rules.ts'

describe('isPlainTarget', () => {
  it.each([
    '/',
    '/index.html',
    '/assets/index-B1x_9.js',
    '/rpc/journal/add?x=%252e',
    '/attachments/ab12/%D0%BF%D0%BB%D0%B0%D0%BD%20100%25.pdf',
    '/journal/',
    '/a...b/..c/d..',
    '/x?next=//evil/../',
  ])('lets %s pass', (target) => {
    expect(isPlainTarget(target)).toBe(true)
  })

  it.each([
    '',
    'index.html',
    'http://127.0.0.1:1/',
    '*',
    '//evil.example/x',
    '/a//b',
    '/../etc/passwd',
    '/assets/..',
    '/assets/../../package.json',
    '/assets/./x',
    '/%2e%2e/etc/passwd',
    '/.%2E/etc/passwd',
    '/assets%2f..%2fx',
    '/assets/..%5c..%5cx',
    '/assets\\..\\x',
    '/%252e%252e/etc/passwd',
    '/%25%32%65/x',
    '/a%00.html',
    '/a%0d%0ax',
    '/%zz',
    '/%',
    '/%c0%ae%c0%ae/x',
    `/${'a'.repeat(5000)}`,
  ])('refuses %s', (target) => {
    expect(isPlainTarget(target)).toBe(false)
  })
})

describe('classifyRequest', () => {
  const head = (method: string, path: string, headers: Record<string, string> = {}) => ({
    method,
    path,
    header: (name: string) => headers[name] ?? null,
  })

  it.each([
    ['GET', '/', {}, 'none'],
    ['HEAD', '/assets/x.js', {}, 'none'],
    ['POST', '/rpc/a/b', { 'content-type': 'application/json' }, 'json'],
    ['POST', '/rpc/a/b', { 'content-type': 'Application/JSON; charset=utf-8' }, 'json'],
    ['POST', '/attachments', { 'content-type': 'application/octet-stream', 'x-kurs-upload': '1' }, 'upload'],
    ['POST', '/attachments', { 'content-type': 'application/octet-stream' }, 415],
    ['POST', '/rpc/a/b', { 'content-type': 'text/plain' }, 415],
    ['POST', '/rpc/a/b', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['POST', '/rpc/a/b', {}, 415],
    ['GET', '/rpc/a/b', {}, 405],
    ['PUT', '/rpc/a/b', { 'content-type': 'application/json' }, 405],
    ['DELETE', '/x', {}, 405],
    ['OPTIONS', '/rpc/a/b', {}, 405],
    ['TRACE', '/', {}, 405],
  ] as const)('%s %s %o: %s', (method, path, headers, expected) => {
    expect(classifyRequest(head(method, path, headers))).toBe(expected)
  })
})
