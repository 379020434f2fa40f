import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { z } from 'zod'
import type { KursApp } from '#main/app/kurs-app.ts'
import { LANGUAGE_PARAMETER, SESSION_PATH, SIGN_IN_CODE } from '#shared/contract/transport.ts'
import type { Language } from '#shared/model/common.ts'
import { REFUSAL_PAGE_POLICY, renderRefusalPage } from './refusal-page.ts'
import type { BodyLimits, Refusal } from './request-gate.ts'
import { REFUSALS, refusalOf } from './request-gate.ts'
import type { Sessions } from './sessions.ts'
import { createSessions } from './sessions.ts'

const ADDRESS = '127.0.0.1'

export interface HostLimits extends BodyLimits {
  /** Bytes of all headers together. */
  header: number
  connections: number
  /** Milliseconds until all headers have come, and until the whole request has. */
  headersTime: number
  requestTime: number
}

const LIMITS: HostLimits = {
  json: 8 * 1024 * 1024,
  upload: 512 * 1024 * 1024,
  header: 16 * 1024,
  connections: 64,
  headersTime: 10_000,
  requestTime: 120_000,
}

export interface BrowserHostOptions {
  app: Pick<KursApp, 'fetch'>
  /** 0 = any free port. */
  port: number
  /** Language chosen on the command line; null leaves it to the user's setting. */
  language: Language | null
  limits?: Partial<HostLimits>
  /** Told about failures of the app; never about a request's address, headers or body. */
  onError(error: unknown): void
}

export interface BrowserHost {
  /** `http://127.0.0.1:port` */
  origin: string
  /** An address that signs one browser in, once. Its secret stands in the fragment, which is never sent or logged. */
  freshAddress(): string
  close(): Promise<void>
}

export type BrowserHostResult = { kind: 'listening'; host: BrowserHost } | { kind: 'port-taken'; code: string }

/** Serves the app to the browsers of this computer's user, and to nobody else. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHostResult> {
  const limits = { ...LIMITS, ...options.limits }
  const sessions = createSessions()
  const server = createServer({
    maxHeaderSize: limits.header,
    headersTimeout: limits.headersTime,
    requestTimeout: limits.requestTime,
    connectionsCheckingInterval: Math.min(1_000, limits.headersTime),
    keepAliveTimeout: 5_000,
    requireHostHeader: true,
    insecureHTTPParser: false,
  })
  server.maxConnections = limits.connections
  const listened = await listen(server, options.port)
  if (typeof listened === 'string') return { kind: 'port-taken', code: listened }
  server.on('error', options.onError)
  server.on('request', createListener(listened, sessions, limits, options))

  const origin = `http://${ADDRESS}:${listened}`
  const query = options.language ? `?${LANGUAGE_PARAMETER}=${options.language}` : ''
  const host: BrowserHost = {
    origin,
    freshAddress: () => `${origin}/${query}#${SIGN_IN_CODE}=${sessions.issueCode()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return { kind: 'listening', host }
}

/** The port, or the system's name for the reason why it cannot be had. */
function listen(server: Server, port: number): Promise<number | string> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, ADDRESS, () => {
      const address = server.address()
      server.removeAllListeners('error')
      resolve(address && typeof address === 'object' ? address.port : 'UNKNOWN')
    })
  })
}

function createListener(port: number, sessions: Sessions, limits: HostLimits, options: BrowserHostOptions) {
  const rules = {
    authority: `${ADDRESS}:${port}`,
    limits,
    isSignedIn: (cookies: string | undefined) => sessions.isSignedIn(cookies, port),
  }
  const answer = async (request: Request, { incoming }: { incoming: IncomingMessage }): Promise<Response> => {
    try {
      if (new URL(request.url).pathname === SESSION_PATH) {
        return await answerSession(request, sessions, port, rules.isSignedIn(incoming.headers.cookie))
      }
      dropCookies(incoming)
      return await options.app.fetch(request)
    } catch (error) {
      options.onError(error)
      return new Response(null, { status: 500 })
    }
  }
  const forward = getRequestListener((request, env) => answer(request, env as { incoming: IncomingMessage }), {
    overrideGlobalObjects: false,
  })
  return (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value)
    const refusal = refusalOf(request, rules)
    if (refusal) sendRefusal(request, response, refusal)
    else void forward(request, response)
  }
}

/** On every answer; what the app sets itself takes precedence. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
}

/** The session is the host's business; the app, its errors and its logs never see the token. */
function dropCookies(incoming: IncomingMessage): void {
  delete incoming.headers.cookie
  const { rawHeaders } = incoming
  for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
    if (rawHeaders[index]?.toLowerCase() === 'cookie') rawHeaders.splice(index, 2)
  }
}

const SignIn = z.strictObject({ [SIGN_IN_CODE]: z.string().max(100) })

async function answerSession(
  request: Request,
  sessions: Sessions,
  port: number,
  isSignedIn: boolean,
): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, { status: isSignedIn ? 204 : 401 })
  const body = SignIn.safeParse(await request.json().catch(() => null))
  const token = body.success ? sessions.exchange(body.data[SIGN_IN_CODE]) : null
  if (token === null) return new Response(null, { status: 401 })
  const cookie = `${sessions.cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`
  return new Response(null, { status: 204, headers: { 'set-cookie': cookie } })
}

function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { status, code, reason } = refusal
  const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html') === true
  response.statusCode = status
  // The rest of a refused body is not read.
  if (request.method !== 'GET') response.setHeader('connection', 'close')
  if (status === 405) response.setHeader('allow', 'GET, HEAD, POST')
  if (isPage && (status === 401 || status === 403)) {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', REFUSAL_PAGE_POLICY)
    response.end(renderRefusalPage(refusal === REFUSALS.session ? 'signIn' : 'refused'))
    return
  }
  // The form in which the typed client expects an error.
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ json: { defined: false, code, status, message: reason } }))
}
