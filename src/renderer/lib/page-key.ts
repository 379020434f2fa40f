import { DOWNLOAD_TIME, downloadClaim, withProof } from '#shared/contract/downloads.ts'
import { KEY_HEADER } from '#shared/contract/transport.ts'

/** Where the key is kept: storage of this origin, port included, that every tab of it shares. */
const STORED = 'kurs-key'

/** Keeps the key of a session; an earlier one is of no use any more. */
export function keepKey(key: string): void {
  localStorage.setItem(STORED, key)
}

/** Read anew each time: another tab may have begun another session. Null in the desktop window, which needs none. */
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

/** An address of a file that works in a link for some minutes, without any header. */
export async function proveAddress(address: string): Promise<string> {
  const key = readKey()
  if (key === null) return address
  const encoder = new TextEncoder()
  const until = Date.now() + DOWNLOAD_TIME
  // The host knows no more of the key than this.
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(key))
  const secret = await crypto.subtle.importKey('raw', digest, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const proof = await crypto.subtle.sign('HMAC', secret, encoder.encode(downloadClaim(address, until)))
  return withProof(address, until, toBase64Url(proof))
}
