import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestHost } from '../../../../tests/hosts/test-host.ts'
import { startTestHost } from '../../../../tests/hosts/test-host.ts'
import type { HostLimits } from './browser-host.ts'

let test: TestHost

beforeEach(async () => {
  test = await startTestHost()
})

afterEach(() => test.stop())

async function restart(limits: Partial<HostLimits>): Promise<void> {
  await test.stop()
  test = await startTestHost(limits)
}

describe('requests of others', () => {
  it.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]', '127.1', '0.0.0.0'])(
    'refuses Host %j',
    async (name) => {
      const session = await test.signIn()
      for (const value of [name, `${name}:${test.port}`]) {
        if (value === `127.0.0.1:${test.port}`) continue
        expect((await test.send('GET', '/', { host: value, ...session })).status, value).toBe(403)
      }
      expect(test.asked).toEqual([])
    },
  )

  it('refuses no Host and two Hosts', async () => {
    expect(await test.sendRaw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
    expect(await test.sendRaw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403/)
    expect(await test.sendRaw('GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 403/)
    expect(await test.sendRaw('GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 403/)
    const twice = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`
    expect(await test.sendRaw(twice)).toMatch(/^HTTP\/1\.1 40[03]/)
    expect(test.asked).toEqual([])
  })

  it('refuses every Origin but its own, and a change without one', async () => {
    const session = await test.signIn()
    const origins = [
      'null',
      'http://evil.example',
      `https://127.0.0.1:${test.port}`,
      `http://localhost:${test.port}`,
      '',
    ]
    origins.push(
      `http://127.0.0.1:${test.port + 1}`,
      `http://127.0.0.1:${test.port}/`,
      `http://127.0.0.1:${test.port}.evil.example`,
    )
    for (const origin of origins) {
      expect((await test.send('POST', '/rpc/a', test.json({ ...session, origin }), '{}')).status, origin).toBe(403)
      expect((await test.send('GET', '/journal', { ...session, origin })).status, origin).toBe(403)
    }
    const { origin: _, ...without } = test.json(session)
    expect((await test.send('POST', '/rpc/a', without, '{}')).status).toBe(403)
    expect(test.asked).toEqual([])
  })

  it('refuses what the browser marks as coming from another site, also from another test.port of this address', async () => {
    const session = await test.signIn()
    for (const site of ['cross-site', 'same-site', 'x']) {
      expect(
        (await test.send('POST', '/rpc/a', test.json({ ...session, 'sec-fetch-site': site }), '{}')).status,
        site,
      ).toBe(403)
      expect((await test.send('GET', '/events', { ...session, 'sec-fetch-site': site })).status, site).toBe(403)
    }
    expect((await test.send('POST', '/rpc/a', test.json({ ...session, 'sec-fetch-site': 'none' }), '{}')).status).toBe(
      403,
    )
    expect((await test.send('GET', '/journal', { ...session, 'sec-fetch-site': 'none' })).status).toBe(200)
    const page = await test.send('GET', '/', { 'sec-fetch-site': 'cross-site', accept: 'text/html' })
    expect(page.text).toContain('запрос отклонён')
  })

  it('lets a tab go between the pages of two ports of this address, to the page itself and nothing else', async () => {
    const session = await test.signIn()
    const tab = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await test.send('GET', '/?lang=ru', tab)).status).toBe(200)
    const others: Record<string, string>[] = [
      { ...tab, 'sec-fetch-site': 'cross-site' },
      { ...tab, 'sec-fetch-dest': 'iframe' },
      { ...tab, 'sec-fetch-mode': 'no-cors' },
      { ...tab, origin: `http://127.0.0.1:${test.port + 1}` },
    ]
    for (const headers of others)
      expect((await test.send('GET', '/', headers)).status, JSON.stringify(headers)).toBe(403)
    for (const path of ['/journal', '/events', '/attachments/x', '/assets/x.js', '/rpc/a', '/session'])
      expect((await test.send('GET', path, { ...session, ...tab })).status, path).toBe(403)
    expect((await test.send('POST', '/rpc/a', test.json({ ...session, ...tab }), '{}')).status).toBe(403)
  })

  it('grants no CORS: a preflight is refused and no answer names an allowed origin', async () => {
    const preflight = { origin: 'http://evil.example', 'access-control-request-method': 'POST' }
    const own = { origin: test.host.origin, 'access-control-request-method': 'POST' }
    const answers = [await test.send('OPTIONS', '/rpc/a', preflight), await test.send('OPTIONS', '/rpc/a', own)]
    answers.push(await test.send('GET', '/'))
    expect(answers.map(({ status }) => status)).toEqual([403, 405, 200])
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('changes nothing but by POST of JSON, or of an octet-stream with the upload header', async () => {
    const session = await test.signIn()
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      expect((await test.send(method, '/rpc/a', test.json(session), '{}')).status, method).toBe(405)
    }
    expect((await test.send('GET', '/rpc/a?data=%7B%7D', session)).status).toBe(405)
    const media = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json']
    for (const type of [...media, 'application/octet-stream']) {
      expect(
        (await test.send('POST', '/rpc/a', test.json({ ...session, 'content-type': type }), '{}')).status,
        type,
      ).toBe(415)
    }
    expect(test.asked).toEqual([])
  })

  it('refuses to change the protocol', async () => {
    const head = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`
    expect(await test.sendRaw(head)).not.toMatch(/^HTTP\/1\.1 (101|200)/)
    expect(test.asked).toEqual([])
  })
})

describe('paths', () => {
  const strange = [
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%252e%252e%252fpackage.json',
    '/assets/%25%32%65%25%32%65/x',
    '/assets\\..\\x',
    '/assets/%5c..%5cx',
    '//evil.example/',
    '/assets//x',
    '/a%00b',
    '/%',
  ]

  it.each(strange)('refuses %s, signed in or not', async (path) => {
    const session = await test.signIn()
    expect((await test.send('GET', path)).status).toBe(400)
    expect((await test.send('GET', path, session)).status).toBe(400)
    expect(test.asked).toEqual([])
  })

  it('refuses a whole address as a path', async () => {
    const head = `GET http://127.0.0.1:${test.port}/ HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nConnection: close\r\n\r\n`
    expect(await test.sendRaw(head)).toMatch(/^HTTP\/1\.1 400/)
    expect(test.asked).toEqual([])
  })
})

describe('limits', () => {
  it('refuses a long body by its length, before reading it', async () => {
    await restart({ json: 1000, upload: 2000 })
    const session = await test.signIn()
    const upload = test.json({ ...session, 'content-type': 'application/octet-stream', 'x-kurs-upload': '1' })
    expect((await test.send('POST', '/rpc/a', test.json(session), `"${'x'.repeat(998)}"`)).status).toBe(200)
    expect((await test.send('POST', '/rpc/a', test.json(session), `"${'x'.repeat(999)}"`)).status).toBe(413)
    expect((await test.send('POST', '/attachments', upload, Buffer.alloc(2000))).status).toBe(200)
    expect((await test.send('POST', '/attachments', upload, Buffer.alloc(2001))).status).toBe(413)
    const length = test.json({ ...session, 'content-length': '1000000000', connection: 'close' })
    const head = Object.entries(length).map(([name, value]) => `${name}: ${value}\r\n`)
    const answer = await test.sendRaw(`POST /rpc/a HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\n${head.join('')}\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 413/)
    expect(test.asked).toHaveLength(2)
  })

  it('reads next to nothing from somebody who is not signed in', async () => {
    expect((await test.send('POST', '/session', test.json(), `{"sign-in":"${'x'.repeat(1100)}"}`)).status).toBe(413)
  })

  it('refuses a body without a length, and one where none belongs', async () => {
    const session = await test.signIn()
    const chunked = test.json({ ...session, 'transfer-encoding': 'chunked' })
    expect((await test.send('POST', '/rpc/a', chunked, '{}')).status).toBe(411)
    expect((await test.send('GET', '/', { 'content-length': '2' }, '{}')).status).toBe(400)
    expect(test.asked).toEqual([])
  })

  it('does not let one request hide in another', async () => {
    const session = await test.signIn()
    const head = `POST /rpc/a HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\nOrigin: ${test.host.origin}\r\nCookie: ${session.cookie}\r\nX-Kurs-Key: ${session['x-kurs-key']}\r\nContent-Type: application/json\r\n`
    const both = `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /journal HTTP/1.1\r\n\r\n`
    expect(await test.sendRaw(both)).toMatch(/^HTTP\/1\.1 4\d\d/)
    expect(test.asked).toEqual([])
  })

  it('refuses long headers', async () => {
    expect((await test.send('GET', '/', { 'x-long': 'x'.repeat(20_000) })).status).toBe(431)
    await restart({ header: 4_000 })
    expect((await test.send('GET', '/', { 'x-long': 'x'.repeat(4_000) })).status).toBe(431)
    expect((await test.send('GET', '/', { 'x-long': 'x'.repeat(3_000) })).status).toBe(200)
  })

  it('gives up on a request that does not come to an end', async () => {
    await restart({ headersTime: 300 })
    expect(await test.sendRaw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\n`)).toMatch(/^HTTP\/1\.1 408/)
    await restart({ headersTime: 300, requestTime: 600 })
    const session = await test.signIn()
    const head = Object.entries(test.json({ ...session, 'content-length': '10' })).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    )
    const answer = await test.sendRaw(`POST /rpc/a HTTP/1.1\r\nHost: 127.0.0.1:${test.port}\r\n${head.join('')}\r\n{`)
    expect(answer).toMatch(/^HTTP\/1\.1 408/)
  })
})
