import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestHost } from '../../../../tests/hosts/test-host.ts'
import { codeOf, startTestHost } from '../../../../tests/hosts/test-host.ts'
import { startBrowserHost } from './browser-host.ts'
import { findOpener } from './open-address.ts'

let test: TestHost

beforeEach(async () => {
  test = await startTestHost()
})

afterEach(() => test.stop())

describe('the address', () => {
  it('listens on the loopback address only', async () => {
    expect(test.host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
    for (const { address, internal, family } of others) {
      if (internal || family !== 'IPv4') continue
      const outcome = await new Promise((resolve) => {
        const socket = connect(test.port, address, () => resolve('connected'))
        socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
      })
      expect(outcome).toBe('ECONNREFUSED')
    }
  })

  it('takes the port asked for, and says when it is taken', async () => {
    const again = await startBrowserHost({ app: test.app, port: test.port, language: null, onError: () => {} })
    expect(again).toEqual({ kind: 'port-taken', code: 'EADDRINUSE' })
    const wanted = test.port
    await test.stop()
    test = await startTestHost({}, wanted)
    expect(test.port).toBe(wanted)
  })

  it('holds the code in the fragment only, 256 bits, fresh every time', () => {
    const [first, second] = [test.host.freshAddress(), test.host.freshAddress()]
    expect(first).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${test.port}/\\?lang=ru#sign-in=[\\w-]{43}$`))
    expect(first).not.toBe(second)
  })
})

describe('signing in', () => {
  it('exchanges the code for an HttpOnly, SameSite=Strict session cookie named by port, and a key for the page', async () => {
    const answer = await test.exchange(codeOf(test.host.freshAddress()))
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({ key: expect.stringMatching(/^[\w-]{43}$/) })
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^kurs-${test.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`)),
    ])
    expect(test.asked).toEqual([])
  })

  it('uses a code once, and knows no other', async () => {
    const code = codeOf(test.host.freshAddress())
    expect((await test.exchange(code)).status).toBe(200)
    expect((await test.exchange(code)).status).toBe(401)
    for (const wrong of ['', 'x', code.slice(1), `${code}x`]) expect((await test.exchange(wrong)).status).toBe(401)
    const bodies = ['', '{', 'null', '[]', '{"sign-in":1}', `{"sign-in":"${code}","more":1}`, '{"__proto__":{}}']
    for (const body of bodies) expect((await test.send('POST', '/session', test.json(), body)).status).toBe(401)
  })

  it('keeps the newest unused codes only', async () => {
    const addresses = Array.from({ length: 9 }, () => test.host.freshAddress())
    const statuses = []
    for (const address of addresses) statuses.push((await test.exchange(codeOf(address))).status)
    expect(statuses).toEqual([401, ...Array(8).fill(200)])
  })

  it('says whether there is a session', async () => {
    expect((await test.send('GET', '/session')).status).toBe(401)
    const session = await test.signIn()
    expect((await test.send('GET', '/session', session)).status).toBe(204)
    expect((await test.send('GET', '/session', { cookie: session.cookie })).status).toBe(401)
  })

  it('lets a guest load the page and its files, and nothing else', async () => {
    for (const path of [
      '/',
      '/?lang=ru',
      '/index.html',
      '/assets/index-1_a.js',
      '/assets/fonts/x.woff2',
      '/icon.svg',
    ]) {
      expect((await test.send('GET', path)).status, path).toBe(200)
    }
    for (const path of ['/events', '/attachments/ab', '/journal', '/rpc', '/assets', '/assets/', '/x/icon.svg']) {
      expect((await test.send('GET', path)).status, path).toBe(401)
    }
    expect((await test.send('POST', '/rpc/journal/add', test.json(), '{}')).status).toBe(401)
    expect((await test.send('POST', '/index.html', test.json(), '{}')).status).toBe(401)
    expect(test.asked).toHaveLength(6)
  })

  it('believes no cookie but its own', async () => {
    const { cookie, ...key } = await test.signIn()
    const token = cookie.split('=')[1]
    const wrong = ['kurs-1=x', `kurs-${test.port}=`, `kurs-${test.port + 1}=${token}`, `${cookie}x`, `x${cookie}`]
    for (const header of wrong)
      expect((await test.send('GET', '/events', { ...key, cookie: header })).status, header).toBe(401)
    expect((await test.send('GET', '/journal', { cookie: `a=b; ${cookie}; c=d` })).status).toBe(200)
  })

  it('shows a small page in both languages to a person without a session', async () => {
    const answer = await test.send('GET', '/journal', { accept: 'text/html,application/xhtml+xml' })
    expect(answer.status).toBe(401)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.text).toContain('вход не выполнен')
    expect(answer.text).toContain('not signed in')
    expect(answer.text).not.toContain('<script')
  })

  it('tells the typed client in its own form', async () => {
    const answer = await test.send('POST', '/rpc/journal/add', test.json(), '{}')
    expect(JSON.parse(answer.text)).toEqual({
      json: { defined: false, code: 'UNAUTHORIZED', status: 401, message: 'not signed in' },
    })
  })
})

describe('a signed-in page', () => {
  it('reaches the app, which never sees the session', async () => {
    const session = await test.signIn()
    const answer = await test.send(
      'POST',
      '/rpc/journal/add?x=1',
      test.json({ ...session, Cookie2: 'x' }),
      '{"title":"Книга"}',
    )
    expect(answer).toMatchObject({ status: 200, text: 'app:{"title":"Книга"}' })
    expect(test.asked[0]?.line).toBe('POST /rpc/journal/add?x=1')
    expect(JSON.stringify(test.asked)).not.toContain(session.cookie.split('=')[1])
    expect(JSON.stringify(test.asked)).not.toContain(session['x-kurs-key'])
  })

  it('may upload an octet-stream with the upload header', async () => {
    const headers = test.json({
      ...(await test.signIn()),
      'content-type': 'application/octet-stream',
      'x-kurs-upload': '1',
    })
    expect((await test.send('POST', '/attachments', headers, Buffer.from('abc'))).text).toBe('app:abc')
  })

  it('gets careful headers with every answer, and the app’s own where it has them', async () => {
    const answer = await test.send('GET', '/', await test.signIn())
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'max-age=60',
      'content-security-policy': "default-src 'self'",
    })
    const refused = await test.send('GET', '/events')
    expect(refused.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
  })

  it('has its event stream ended when it goes', async () => {
    const headers = await test.signIn()
    await new Promise<void>((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: test.port, path: '/events', headers, agent: false },
        (response) => {
          response.once('data', () => {
            call.destroy()
            resolve()
          })
        },
      )
      call.on('error', reject)
      call.end()
    })
    await expect.poll(() => test.cancelled).toBe(1)
  })

  it('learns nothing about a failure but that there was one', async () => {
    const answer = await test.send('POST', '/rpc/broken', test.json(await test.signIn()), '{}')
    expect(answer).toMatchObject({ status: 500, text: '' })
    expect(test.errors).toHaveLength(1)
  })
})

describe('findOpener', () => {
  const address = 'http://127.0.0.1:4000/?lang=ru#sign-in=abc'

  it('knows each system, and opens nothing where there is no display', () => {
    expect(findOpener(address, 'linux', { DISPLAY: ':0' })).toEqual({ command: 'xdg-open', args: [address] })
    expect(findOpener(address, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })?.command).toBe('xdg-open')
    expect(findOpener(address, 'linux', {})).toBeNull()
    expect(findOpener(address, 'darwin', {})?.command).toBe('open')
    expect(findOpener(address, 'win32', {})).toEqual({ command: 'cmd', args: ['/d', '/c', 'start', '""', address] })
  })
})
