/** Longest name in bytes of UTF-8: accepted by every file system, with room for a suffix such as ` (2)`. */
const BYTE_LIMIT = 200

/** Longest extension that is kept when a name is cut. */
const EXTENSION_LIMIT = 20

/**
 * Direction marks and overrides (which can make `exe.pdf` out of `fdp.exe`), zero-width characters, line separators.
 */
const INVISIBLE = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

/** Names of devices on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function cutToBytes(text: string, limit: number): string {
  let cut = ''
  let bytes = 0
  for (const character of text) {
    bytes += byteLength(character)
    if (bytes > limit) break
    cut += character
  }
  return cut
}

/** Cuts a name that is too long and keeps its extension. */
function shorten(name: string): string {
  if (byteLength(name) <= BYTE_LIMIT) return name
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= EXTENSION_LIMIT ? name.slice(dot) : ''
  return cutToBytes(name.slice(0, name.length - extension.length), BYTE_LIMIT - byteLength(extension)) + extension
}

/**
 * Makes any file name safe on every system and shows it truthfully: no folders, control or invisible characters, no
 * characters or device names that Windows refuses, at most 200 bytes of UTF-8. Never empty; idempotent.
 */
export function safeFileName(name: string): string {
  const lastPart = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = lastPart
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '_')
  const shown = shorten(clean.trim()).replace(/^[\s.]+|[\s.]+$/g, '')
  if (shown === '') return 'file'
  return DEVICE.test(shown) ? `_${shown}` : shown
}

const RFC_5987_PLAIN = /[A-Za-z0-9!#$&+.^_`|~-]/

/**
 * The Content-Disposition header that makes a browser save a file under this name (RFC 6266 with the encoding of RFC
 * 5987, and plain ASCII for clients that support neither).
 */
export function attachmentDisposition(name: string): string {
  const safe = safeFileName(name)
  const plain = safe.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const encoded = Array.from(safe, (character) =>
    RFC_5987_PLAIN.test(character)
      ? character
      : encodeURIComponent(character).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
  ).join('')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
