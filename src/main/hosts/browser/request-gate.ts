import type { IncomingMessage } from 'node:http'
import { classifyRequest, isPlainTarget } from '#main/app/request-rules.ts'
import { SESSION_PATH } from '#shared/contract/transport.ts'
import type { Rights } from './sessions.ts'

export interface BodyLimits {
  /** Longest JSON body in bytes. */
  json: number
  /** Longest upload in bytes. */
  upload: number
}

export interface GateRules {
  /** The only acceptable `Host`: address and port. */
  authority: string
  limits: BodyLimits
  rightsOf(request: IncomingMessage): Rights
}

/** Most bytes of a sign-in, the only body that is read from a client that is not signed in. */
const SESSION_BODY_LIMIT = 1024

/** Why a request is refused, with its HTTP status and the error code that the typed client knows. */
export type Refusal = (typeof REFUSALS)[keyof typeof REFUSALS]

export const REFUSALS = {
  target: { status: 400, code: 'BAD_REQUEST', reason: 'path' },
  body: { status: 400, code: 'BAD_REQUEST', reason: 'body' },
  upgrade: { status: 400, code: 'BAD_REQUEST', reason: 'upgrade' },
  session: { status: 401, code: 'UNAUTHORIZED', reason: 'not signed in' },
  key: { status: 401, code: 'UNAUTHORIZED', reason: 'no key' },
  host: { status: 403, code: 'FORBIDDEN', reason: 'host' },
  origin: { status: 403, code: 'FORBIDDEN', reason: 'origin' },
  site: { status: 403, code: 'FORBIDDEN', reason: 'site' },
  method: { status: 405, code: 'METHOD_NOT_SUPPORTED', reason: 'method' },
  length: { status: 411, code: 'BAD_REQUEST', reason: 'length' },
  size: { status: 413, code: 'PAYLOAD_TOO_LARGE', reason: 'size' },
  media: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', reason: 'media type' },
} as const

/** Paths with the user's data; every other GET is a page of the app. */
const DATA = /^\/(?:rpc|events|attachments|export|import)(?:\/|$)/

/** Files of the page itself, which must load before anybody can sign in. They hold no data. */
const PAGE_FILE = /^\/(?:index\.html|assets\/[\w.-]+(?:\/[\w.-]+)*|[\w-]+\.(?:svg|png|ico|webmanifest))?$/

/**
 * Decides on a request by its head alone, before any of its body is read; null lets it through. The checks are ordered
 * by how much a refusal reveals about this host, the least first: a stranger learns nothing about sessions.
 */
export function refusalOf(request: IncomingMessage, rules: GateRules): Refusal | null {
  const target = request.url ?? ''
  if (!isPlainTarget(target)) return REFUSALS.target
  if (!hasOne(request, 'host') || request.headers.host !== rules.authority) return REFUSALS.host
  if (request.headers.upgrade !== undefined) return REFUSALS.upgrade
  const path = target.split('?', 1)[0] ?? ''
  return (
    refuseStranger(request, path, rules.authority) ??
    refuseBody(request, path, rules.limits) ??
    refuseGuest(request, path, rules)
  )
}

/**
 * Refuses requests made by other pages, which the browser marks. A request that changes something must be marked as
 * coming from this page.
 */
function refuseStranger(request: IncomingMessage, path: string, authority: string): Refusal | null {
  const { origin, 'sec-fetch-site': site } = request.headers
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (origin === undefined ? !isRead : origin !== `http://${authority}`) return REFUSALS.origin
  if (site === undefined || site === 'same-origin' || isWayBetween(request, path)) return null
  return site === 'none' && isRead ? null : REFUSALS.site
}

/**
 * The way between a workspace and its demo, which have a port each: a tab that goes from one page to the other. It may come from any
 * port of this address, but from nowhere else, and leads to the page alone, which holds no data and cannot be framed.
 */
function isWayBetween({ method, headers }: IncomingMessage, path: string): boolean {
  const isTab = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return headers['sec-fetch-site'] === 'same-site' && isTab && method === 'GET' && path === '/'
}

function refuseBody(request: IncomingMessage, path: string, limits: BodyLimits): Refusal | null {
  const kind = classifyRequest({
    method: request.method ?? '',
    path,
    header: (name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : null
    },
  })
  if (kind === 405) return REFUSALS.method
  if (kind === 415) return REFUSALS.media
  const length = request.headers['content-length']
  const isChunked = request.headers['transfer-encoding'] !== undefined
  if (kind === 'none') return isChunked || (length !== undefined && length !== '0') ? REFUSALS.body : null
  // The length must be given before the first byte; the parser then enforces it.
  if (isChunked || length === undefined || !hasOne(request, 'content-length')) return REFUSALS.length
  const json = path === SESSION_PATH ? SESSION_BODY_LIMIT : limits.json
  return Number(length) > (kind === 'json' ? json : limits.upload) ? REFUSALS.size : null
}

/** True for the files that anybody may load. */
export const isPageFile = (path: string): boolean => PAGE_FILE.test(path)

/**
 * Without the page's key a request gets no data and changes nothing; with the cookie it gets at least the page itself,
 * whatever its address.
 */
function refuseGuest(request: IncomingMessage, path: string, rules: GateRules): Refusal | null {
  if (path === SESSION_PATH || (request.method !== 'POST' && isPageFile(path))) return null
  const rights = rules.rightsOf(request)
  if (rights === 'page') return null
  if (rights === 'none') return REFUSALS.session
  return request.method === 'POST' || DATA.test(path) ? REFUSALS.key : null
}

/** True when a header is given exactly once: a repeated header could be read differently here and elsewhere. */
function hasOne(request: IncomingMessage, name: string): boolean {
  return request.rawHeaders.filter((item, index) => index % 2 === 0 && item.toLowerCase() === name).length === 1
}
