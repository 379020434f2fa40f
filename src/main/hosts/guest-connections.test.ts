import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startTestHost, type TestHost } from '../../../tests/hosts/test-host.ts'
import { listenAsOwner } from './socket/owner-socket.ts'

const sockets: Socket[] = []
let stop: () => Promise<unknown> = async () => {}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await stop()
  stop = async () => {}
})

async function start(limits: Parameters<typeof startTestHost>[0] = {}): Promise<TestHost> {
  const test = await startTestHost(limits)
  stop = () => test.stop()
  return test
}

/** Connects and sends these words only. */
function open(to: NetConnectOpts, words: string): Promise<Socket> {
  const socket = connect(to)
  sockets.push(socket)
  socket.on('error', () => {})
  return new Promise((resolve) => {
    socket.once('connect', () => socket.write(words, () => resolve(socket)))
    socket.once('close', () => resolve(socket))
  })
}

const isOpen = (socket: Socket) => !socket.destroyed && socket.readyState !== 'closed'

const HOST = 'Host: HOST\r\nOrigin: http://HOST\r\n'
const JSON_BODY = 'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n'

/** Requests that a stranger can begin and never finish. */
const UNFINISHED: [name: string, words: string][] = [
  ['half a sign-in', `POST /session HTTP/1.1\r\n${HOST}${JSON_BODY}{"sign-in":`],
  ['half a procedure', `POST /rpc/journal/create HTTP/1.1\r\n${HOST}${JSON_BODY}{`],
  [
    'half an upload',
    `POST /attachments HTTP/1.1\r\n${HOST}X-Kurs-Upload: 1\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\nx`,
  ],
  ['half a head', `GET / HTTP/1.1\r\n${HOST}X-A: `],
  ['nothing at all', ''],
  ['a finished request, and then silence', `GET /icon.svg HTTP/1.1\r\n${HOST}\r\n`],
  ['a stream that is not theirs', `GET /events HTTP/1.1\r\n${HOST}\r\n`],
]

describe('strangers that never come to an end', () => {
  it.each(UNFINISHED)('do not keep the owner out: %s', async (_name, words) => {
    const test = await start()
    const session = await test.signIn()
    const to = { host: '127.0.0.1', port: test.port }
    const sent = words.replaceAll('HOST', `127.0.0.1:${test.port}`)
    for (const count of [64, 500]) {
      await Promise.all(Array.from({ length: count }, () => open(to, sent)))
      for (let round = 0; round < 10; round++) {
        const started = performance.now()
        expect((await test.send('POST', '/rpc/a', test.json(session), '{}')).status).toBe(200)
        expect(performance.now() - started).toBeLessThan(2_000)
      }
      expect((await test.send('GET', '/')).status).toBe(200)
    }
  })

  it('all at once, while the owner signs in', async () => {
    const test = await start()
    const to = { host: '127.0.0.1', port: test.port }
    const crowd = UNFINISHED.flatMap(([, words]) =>
      Array.from({ length: 100 }, () => open(to, words.replaceAll('HOST', `127.0.0.1:${test.port}`))),
    )
    const session = await test.signIn()
    expect((await test.send('GET', '/session', session)).status).toBe(204)
    await Promise.all(crowd)
    expect((await test.send('POST', '/rpc/a', test.json(session), '{}')).status).toBe(200)
  })

  it('have little time', async () => {
    const test = await start({ guestTime: 300 })
    const to = { host: '127.0.0.1', port: test.port }
    const socket = await open(to, UNFINISHED[0]?.[1].replaceAll('HOST', `127.0.0.1:${test.port}`) ?? '')
    await expect.poll(() => isOpen(socket)).toBe(false)
  })

  it('give way, the oldest first, but never the owner, whose connection is older than all', async () => {
    const test = await start({ guests: 3 })
    const session = await test.signIn()
    const own = await new Promise<Socket>((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: test.port, path: '/events', headers: session }, (response) =>
        response.once('data', () => resolve(response.socket)),
      )
      call.on('error', reject)
      call.end()
    })
    sockets.push(own)
    const strangers: Socket[] = []
    for (let index = 0; index < 5; index++)
      strangers.push(await open({ host: '127.0.0.1', port: test.port }, 'GET / HTTP/1.1\r\n'))
    await expect.poll(() => strangers.map(isOpen)).toEqual([false, false, true, true, true])
    expect(isOpen(own)).toBe(true)
  })
})

describe('the owner’s socket', () => {
  it.each(UNFINISHED)('is reached through %s', async (_name, words) => {
    const dir = mkdtempSync(join(tmpdir(), 'kurs-guests-'))
    const path = join(dir, 'x.sock')
    const app = { fetch: async () => new Response('app') }
    const socket = await listenAsOwner({ path, app, show: async () => ({ kind: 'shown' }), onError: () => {} })
    stop = async () => {
      await socket.close()
      rmSync(dir, { recursive: true })
    }
    await Promise.all(Array.from({ length: 300 }, () => open({ path }, words.replaceAll('HOST', 'kurs'))))
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'kurs', authorization: `Bearer ${socket.endpoint.secret}`, 'content-length': 0 }
      const call = request({ socketPath: path, path: '/rpc/a', method: 'POST', headers, agent: false }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      call.on('error', reject)
      call.end()
    })
    expect(status).toBe(200)
  })
})
