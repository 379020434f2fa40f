import { DOWNLOAD_TIME, downloadClaim, withProof } from '#shared/contract/downloads.ts'
import { KEY_HEADER } from '#shared/contract/transport.ts'

/** Storage key of the session key: storage of this origin, port included, shared by all its tabs. */
const STORED = 'kurs-key'

/** Keeps the key of a session; an earlier key is no longer valid. */
export function keepKey(key: string): void {
  localStorage.setItem(STORED, key)
}

/**
 * Read each time, because another tab may have begun another session. Null in the desktop window, which needs no key.
 */
export function readKey(): string | null {
  return localStorage.getItem(STORED)
}

/** The header that every request for data carries in the browser host. */
export function keyHeaders(): Record<string, string> {
  const key = readKey()
  return key === null ? {} : { [KEY_HEADER]: key }
}

/** Resolves when another tab has begun a session since `key` was read, or after so many milliseconds. */
export function untilKeyChanges(key: string | null, patience: number): Promise<void> {
  if (readKey() !== key) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('storage', listen)
      resolve()
    }
    const listen = ({ key }: StorageEvent) => {
      if (key === STORED) end()
    }
    const timer = setTimeout(end, patience)
    window.addEventListener('storage', listen)
  })
}

const toBase64Url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** A signed address of a file that works in a link for some minutes without headers. */
export async function proveAddress(address: string): Promise<string> {
  const key = readKey()
  if (key === null) return address
  const encoder = new TextEncoder()
  const until = Date.now() + DOWNLOAD_TIME
  // The host stores only this digest of the key.
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(key))
  const secret = await crypto.subtle.importKey('raw', digest, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const proof = await crypto.subtle.sign('HMAC', secret, encoder.encode(downloadClaim(address, until)))
  return withProof(address, until, toBase64Url(proof))
}
