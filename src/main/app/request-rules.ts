import { UPLOAD_HEADER } from '#shared/contract/transport.ts'

/** Longest path and query that is accepted, in characters. */
const TARGET_LIMIT = 4096

const SEGMENT_OK = /^[^/\\\p{Cc}]+$/u
const ENCODED = /%[0-9a-f]{2}/i

/**
 * True for a request path (with or without query) that means the same to everybody who reads it: it begins with one
 * slash, is percent-encoded at most once, and holds no `.` or `..` segment, empty segment, backslash, control character
 * or encoded slash.
 */
export function isPlainTarget(target: string): boolean {
  if (target.length > TARGET_LIMIT || !target.startsWith('/')) return false
  const path = target.split(/[?#]/, 1)[0] ?? ''
  const segments = path.slice(1).split('/')
  return segments.every((segment, index) => {
    if (segment === '') return index === segments.length - 1
    const decoded = decodeOnce(segment)
    return decoded !== null && decoded !== '.' && decoded !== '..' && SEGMENT_OK.test(decoded) && !ENCODED.test(decoded)
  })
}

function decodeOnce(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

export interface RequestHead {
  method: string
  /** Path without query. */
  path: string
  header(name: string): string | null
}

export type BodyKind = 'none' | 'json' | 'upload'

/**
 * The kind of body a request may have, or the HTTP status that refuses it. Only POST changes anything. Its body must be
 * JSON, or an octet-stream with the upload header: a plain form or image on a foreign page can send neither.
 */
export function classifyRequest(head: RequestHead): BodyKind | 405 | 415 {
  if (head.method === 'GET' || head.method === 'HEAD') return head.path.startsWith('/rpc/') ? 405 : 'none'
  if (head.method !== 'POST') return 405
  const media = head.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (media === 'application/json') return 'json'
  if (media === 'application/octet-stream' && head.header(UPLOAD_HEADER)) return 'upload'
  return 415
}
