import { createHash, randomBytes } from 'node:crypto'

/** 256 bits each, so that guessing needs no limit of its own. */
const SECRET_BYTES = 32
/** Unused one-time codes and sessions that are kept; the oldest give way. */
const MOST_CODES = 8
const MOST_SESSIONS = 32

export interface Sessions {
  /** Name of the cookie; ports of one address share their cookies, so each port has a name of its own. */
  cookieName(port: number): string
  /** A one-time code for the fragment of an address. */
  issueCode(): string
  /** Uses up a code: a new session's token, or null for a code that was never issued or is used already. */
  exchange(code: string): string | null
  /** True when a `Cookie` header holds a session of this host. */
  isSignedIn(cookieHeader: string | undefined, port: number): boolean
}

/** One-time codes and sessions of one run of the browser host. Only hashes are kept, and compared by look-up. */
export function createSessions(): Sessions {
  const codes = new Set<string>()
  const sessions = new Set<string>()
  const cookieName = (port: number) => `kurs-${port}`
  return {
    cookieName,
    issueCode: () => remember(codes, MOST_CODES),
    exchange: (code) => (codes.delete(hash(code)) ? remember(sessions, MOST_SESSIONS) : null),
    isSignedIn: (cookieHeader, port) => {
      const prefix = `${cookieName(port)}=`
      return (cookieHeader ?? '')
        .split(/; */)
        .some((cookie) => cookie.startsWith(prefix) && sessions.has(hash(cookie.slice(prefix.length))))
    },
  }
}

function remember(hashes: Set<string>, most: number): string {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  hashes.add(hash(secret))
  for (const oldest of hashes) {
    if (hashes.size <= most) break
    hashes.delete(oldest)
  }
  return secret
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}
