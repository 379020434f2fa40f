import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { DOWNLOAD_TIME, downloadClaim, readProof } from '#shared/contract/downloads.ts'
import { KEY_HEADER } from '#shared/contract/transport.ts'

/** 256 bits each: guessing is hopeless, so attempts need no limit. */
const SECRET_BYTES = 32
/** Most unused one-time codes and sessions that are kept; the oldest are dropped. */
const MOST_CODES = 8
const MOST_SESSIONS = 32

/**
 * What a request has proved: nothing; the cookie of a session, which a browser also sends to every other program that
 * listens on a port of this address; or the page's own key too.
 */
export type Rights = 'none' | 'cookie' | 'page'

/** The two secrets of a session: one for the browser's cookies, one for the page. */
export interface NewSession {
  token: string
  key: string
}

export interface Sessions {
  /** Name of the cookie; ports of one address share their cookies, so each port has a name of its own. */
  cookieName(port: number): string
  /** A one-time code for the fragment of an address. */
  issueCode(): string
  /** Uses up a code: a new session, or null for a code that was never issued or is used already. */
  exchange(code: string): NewSession | null
  /** The rights that the head of a request proves; a key or a proof counts only with the cookie of its own session. */
  rightsOf(request: Pick<IncomingMessage, 'headers' | 'url'>, port: number): Rights
}

/**
 * One-time codes and sessions of one run of the browser host. Only hashes are kept, and compared by look-up.
 *
 * @param clock milliseconds since 1970, for addresses that are valid for a limited time
 */
export function createSessions(clock: () => number): Sessions {
  const codes = new Map<string, null>()
  /** Hashes of keys by hashes of tokens. */
  const sessions = new Map<string, string>()
  const cookieName = (port: number) => `kurs-${port}`
  const keyHashOf = (cookies: string, port: number): string | undefined => {
    const prefix = `${cookieName(port)}=`
    const tokens = cookies.split(/; */).filter((cookie) => cookie.startsWith(prefix))
    return tokens.map((cookie) => sessions.get(hash(cookie.slice(prefix.length)))).find((found) => found !== undefined)
  }
  return {
    cookieName,
    issueCode: () => {
      const code = newSecret()
      remember(codes, hash(code), null, MOST_CODES)
      return code
    },
    exchange: (code) => {
      if (!codes.delete(hash(code))) return null
      const session = { token: newSecret(), key: newSecret() }
      remember(sessions, hash(session.token), hash(session.key), MOST_SESSIONS)
      return session
    },
    rightsOf: ({ headers, url = '' }, port) => {
      const keyHash = keyHashOf(headers.cookie ?? '', port)
      if (keyHash === undefined) return 'none'
      const key = headers[KEY_HEADER]
      const isPage = (typeof key === 'string' && hash(key) === keyHash) || isProven(url, keyHash, clock())
      return isPage ? 'page' : 'cookie'
    },
  }
}

/** True for a download address with a proof made with the page's key that is valid now. */
function isProven(target: string, keyHash: string, now: number): boolean {
  const claimed = readProof(target)
  if (claimed === null || claimed.until < now || claimed.until > now + DOWNLOAD_TIME) return false
  const mac = createHmac('sha256', Buffer.from(keyHash, 'base64'))
  const proof = mac.update(downloadClaim(claimed.address, claimed.until)).digest()
  const given = Buffer.from(claimed.proof, 'base64url')
  return given.length === proof.length && timingSafeEqual(given, proof)
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

function remember<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) break
    map.delete(oldest)
  }
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}
