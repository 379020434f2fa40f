/**
 * Addresses of files in the browser host. A link cannot send a header, so its address contains a proof instead: an
 * HMAC-SHA-256, with the page's key, of this address and of the time until which it is valid.
 */

/** Milliseconds for which a new address is valid; the host refuses one that claims to be valid for longer. */
export const DOWNLOAD_TIME = 10 * 60_000

/** The text to prove: the address of the file and the time until which it is valid. */
export const downloadClaim = (address: string, until: number): string => `${until} ${address}`

/** The address with its proof (base64url). */
export function withProof(address: string, until: number, proof: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}until=${until}&proof=${proof}`
}

const PROVEN = /^(.*)[?&]until=(\d{1,15})&proof=([\w-]{43})$/

/** The parts of an address with a proof; null for any other. */
export function readProof(target: string): { address: string; until: number; proof: string } | null {
  const [, address, until, proof] = PROVEN.exec(target) ?? []
  return address === undefined || proof === undefined ? null : { address, until: Number(until), proof }
}
