import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { z } from 'zod'
import type { KursApp } from '#main/app/kurs-app.ts'
import { BACKLOG, type GuestLimits, type Guests, limitGuests } from '#main/hosts/guest-connections.ts'
import {
  KEY_HEADER,
  LANGUAGE_PARAMETER,
  PAGE_KEY,
  PIECE_SIZE,
  SESSION_PATH,
  SIGN_IN_CODE,
} from '#shared/contract/transport.ts'
import type { Language } from '#shared/model/common.ts'
import { REFUSAL_PAGE_POLICY, type RefusalPage, renderRefusalPage } from './refusal-page.ts'
import type { BodyLimits, GateRules, Refusal } from './request-gate.ts'
import { isPageFile, REFUSALS, refusalOf } from './request-gate.ts'
import type { Rights, Sessions } from './sessions.ts'
import { createSessions } from './sessions.ts'

const ADDRESS = '127.0.0.1'

export interface HostLimits extends BodyLimits, GuestLimits {
  /** Bytes of all headers together. */
  header: number
  /** Milliseconds until all headers have come, and until the whole request has. */
  headersTime: number
  requestTime: number
}

const LIMITS: HostLimits = {
  json: 8 * 1024 * 1024,
  upload: PIECE_SIZE,
  header: 16 * 1024,
  guests: 256,
  guestTime: 5_000,
  headersTime: 5_000,
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
  /** An address that signs one browser in, once. Its secret is in the fragment, which is never sent or logged. */
  freshAddress(): string
  close(): Promise<void>
}

export type BrowserHostResult = { kind: 'listening'; host: BrowserHost } | { kind: 'port-taken'; code: string }

/** Serves the app to the browsers of this computer's user, and to nobody else. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHostResult> {
  const limits = { ...LIMITS, ...options.limits }
  const sessions = createSessions(Date.now)
  const server = createServer({
    maxHeaderSize: limits.header,
    headersTimeout: limits.headersTime,
    requestTimeout: limits.requestTime,
    connectionsCheckingInterval: Math.min(1_000, limits.headersTime),
    keepAliveTimeout: 5_000,
    requireHostHeader: true,
    insecureHTTPParser: false,
  })
  const guests = limitGuests(server, limits)
  const listened = await listen(server, options.port)
  if (typeof listened === 'string') return { kind: 'port-taken', code: listened }
  server.on('error', options.onError)
  server.on('request', createListener(listened, sessions, limits, guests, options))

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

/** The port, or the system's error code when it is not available. */
function listen(server: Server, port: number): Promise<number | string> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, ADDRESS, BACKLOG, () => {
      const address = server.address()
      server.removeAllListeners('error')
      resolve(address && typeof address === 'object' ? address.port : 'UNKNOWN')
    })
  })
}

function createListener(
  port: number,
  sessions: Sessions,
  limits: HostLimits,
  guests: Guests,
  options: BrowserHostOptions,
) {
  /** Determined once for each request: its secrets are removed later, and a signed address may expire meanwhile. */
  const known = new WeakMap<IncomingMessage, Rights>()
  const rightsOf = (request: IncomingMessage): Rights => {
    const rights = known.get(request) ?? sessions.rightsOf(request, port)
    known.set(request, rights)
    return rights
  }
  const rules: GateRules = { authority: `${ADDRESS}:${port}`, limits, rightsOf }
  const answer = async (request: Request, { incoming }: { incoming: IncomingMessage }): Promise<Response> => {
    try {
      const rights = rules.rightsOf(incoming)
      const { pathname } = new URL(request.url)
      if (pathname === SESSION_PATH) return await answerSession(request, sessions, port, rights)
      dropSecrets(incoming)
      return await options.app.fetch(rights === 'page' || isPageFile(pathname) ? request : pageInstead(request))
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
    else {
      if (rules.rightsOf(request) === 'page') guests.admit(request.socket)
      void forward(request, response)
    }
  }
}

/** A client that has only the cookie gets nothing of the app except its page, whatever path it asks for. */
const pageInstead = (request: Request): Request =>
  new Request(new URL('/', request.url), { method: request.method, headers: request.headers })

/** Headers of every answer; what the app sets itself takes precedence. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
}

const SECRET_HEADERS = ['cookie', KEY_HEADER]

/**
 * Removes the secrets of the session: only the host needs them, and the app, its errors and its logs must never see
 * them.
 */
function dropSecrets(incoming: IncomingMessage): void {
  for (const name of SECRET_HEADERS) delete incoming.headers[name]
  const { rawHeaders } = incoming
  for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
    if (SECRET_HEADERS.includes(rawHeaders[index]?.toLowerCase() ?? '')) rawHeaders.splice(index, 2)
  }
}

const SignIn = z.strictObject({ [SIGN_IN_CODE]: z.string().max(100) })

async function answerSession(request: Request, sessions: Sessions, port: number, rights: Rights): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, { status: rights === 'page' ? 204 : 401 })
  const body = SignIn.safeParse(await request.json().catch(() => null))
  const session = body.success ? sessions.exchange(body.data[SIGN_IN_CODE]) : null
  if (session === null) return new Response(null, { status: 401 })
  const cookie = `${sessions.cookieName(port)}=${session.token}; HttpOnly; SameSite=Strict; Path=/`
  return Response.json({ [PAGE_KEY]: session.key }, { headers: { 'set-cookie': cookie } })
}

/** The page a person is shown for a refusal; all refusals not listed here share one page. */
const PAGES = new Map<Refusal, RefusalPage>([
  [REFUSALS.session, 'signIn'],
  [REFUSALS.key, 'expired'],
])

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
    response.end(renderRefusalPage(PAGES.get(refusal) ?? 'refused'))
    return
  }
  // The form in which the typed client expects an error.
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ json: { defined: false, code, status, message: reason } }))
}
