import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:http'
import { connect } from 'node:net'
import type { MockInstance } from 'vitest'
import { expect, vi } from 'vitest'
import type { BrowserHost, HostLimits } from '#main/hosts/browser/browser-host.ts'
import { startBrowserHost } from '#main/hosts/browser/browser-host.ts'

/** A listening browser host with a tiny app behind it, for the tests of its rules. */
export interface TestHost {
  host: BrowserHost
  port: number
  /** Everything the app was asked: method, path and query, and the headers it saw. */
  asked: { line: string; headers: Record<string, string> }[]
  errors: unknown[]
  /** Event streams that were ended because their reader went. */
  cancelled: number
  app: { fetch(incoming: Request): Promise<Response> }
  send(method: string, path: string, headers?: Record<string, string>, body?: string | Buffer): Promise<Answer>
  /** Sends exactly these bytes and resolves with all that comes back until the connection closes. */
  sendRaw(text: string): Promise<string>
  /** Headers of a request that the page itself would make with a JSON body. */
  json(extra?: Record<string, string>): Record<string, string>
  exchange(code: string): Promise<Answer>
  /** The headers of a new session: its cookie, and the key of its page. */
  signIn(): Promise<SessionHeaders>
  stop(): Promise<void>
}

/** A type, so that it is a record of headers too. */
export type SessionHeaders = { cookie: string; 'x-kurs-key': string }

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

export const codeOf = (address: string) => new URLSearchParams(new URL(address).hash.slice(1)).get('sign-in') ?? ''

export async function startTestHost(limits: Partial<HostLimits> = {}, wantedPort = 0): Promise<TestHost> {
  const state = { asked: [] as TestHost['asked'], errors: [] as unknown[], cancelled: 0 }
  const printed = watchConsole()
  const app = { fetch: (incoming: Request) => answerAsApp(incoming, state) }
  const onError = (error: unknown) => state.errors.push(error)
  const result = await startBrowserHost({ app, port: wantedPort, language: 'ru', limits, onError })
  if (result.kind !== 'listening') throw new Error(result.code)
  const { host } = result
  const port = Number(new URL(host.origin).port)
  const json = (extra: Record<string, string> = {}) => ({
    origin: host.origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    ...extra,
  })
  const exchange = (code: string) => send(port, 'POST', '/session', json(), JSON.stringify({ 'sign-in': code }))
  return Object.assign(state, {
    host,
    port,
    app,
    json,
    exchange,
    send: (method: string, path: string, headers: Record<string, string> = {}, body?: string | Buffer) =>
      send(port, method, path, headers, body),
    sendRaw: (text: string) => sendRaw(port, text),
    signIn: async () => {
      const answer = await exchange(codeOf(host.freshAddress()))
      const { key } = JSON.parse(answer.text) as { key: string }
      return { cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '', 'x-kurs-key': key }
    },
    stop: async () => {
      await host.close()
      // Whatever happens, the host writes nothing that could hold an address, a header or a token.
      for (const spy of printed) expect(spy).not.toHaveBeenCalled()
      vi.restoreAllMocks()
    },
  })
}

function watchConsole(): MockInstance[] {
  return (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
}

async function answerAsApp(incoming: Request, state: Pick<TestHost, 'asked' | 'cancelled'>): Promise<Response> {
  const url = new URL(incoming.url)
  state.asked.push({
    line: `${incoming.method} ${url.pathname}${url.search}`,
    headers: Object.fromEntries(incoming.headers),
  })
  if (url.pathname === '/rpc/broken') throw new Error('inner secret')
  if (url.pathname === '/events') {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
      cancel: () => {
        state.cancelled++
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  const headers = { 'content-security-policy': "default-src 'self'", 'cache-control': 'max-age=60' }
  return new Response(`app:${await incoming.text()}`, { headers })
}

function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += String(part)
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      response.on('error', reject)
    })
    call.on('error', reject)
    call.end(body)
  })
}

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let received = ''
    socket.setTimeout(3_000, () => socket.destroy())
    socket.on('data', (part) => {
      received += String(part)
    })
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(received) : reject(error),
    )
    socket.on('close', () => resolve(received))
  })
}
