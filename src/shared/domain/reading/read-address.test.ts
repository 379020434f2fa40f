import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WebUrl } from '#shared/model/common.ts'
import { readAddress } from './read-address.ts'

test.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['HTTP://Example.org', 'HTTP://Example.org'],
  ['cs50.harvard.edu/python', 'https://cs50.harvard.edu/python'],
  ['www.example.org', 'https://www.example.org'],
  ['example.org:8080/x', 'https://example.org:8080/x'],
  ['пример.рф/курс', 'https://пример.рф/курс'],
  [' \u200bexample.org\ufeff ', 'https://example.org'],
])('%s is %s', (text, address) => expect(readAddress(text)).toBe(address))

test.each([
  '',
  ' ',
  'example',
  'a course at school',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'ftp://example.org',
  'ivan@example.org',
  'example.org and more',
  '.org',
  'example..org',
  '-a.org',
  '1.5',
  '192.168.0.1',
  'http://',
])('%j is refused', (text) => expect(readAddress(text)).toBeNull())

test('what is read may be stored, and is what was typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.domain(), fc.string({ unit: 'binary' })), (text) => {
      const address = readAddress(text)
      if (address === null) return
      expect(WebUrl.parse(address)).toBe(address)
    }),
    { numRuns: 1000 },
  )
})
