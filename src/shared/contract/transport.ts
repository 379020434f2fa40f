/** Names that the renderer and the hosts must agree on, besides the typed procedures. */

/** Header of every upload (octet-stream): a form on a foreign page cannot set it. */
export const UPLOAD_HEADER = 'x-kurs-upload'

/**
 * Header of every upload: it is sent in pieces, one request after the other, so that no host ever holds a whole file in
 * memory. The answer to all but the last piece is 202 without content.
 */
export const PIECE_HEADER = 'x-kurs-piece'

/** Bytes of every piece but the last. */
export const PIECE_SIZE = 4 * 1024 * 1024

/** The place of a piece: `offset` is the number of bytes before it, `size` that of the whole upload. */
export interface UploadPiece {
  /** Made by the sender, a UUID. */
  uploadId: string
  offset: number
  size: number
}

export function encodePiece({ uploadId, offset, size }: UploadPiece): string {
  return `${uploadId} ${offset}/${size}`
}

/** The inverse of `encodePiece`; null for anything else. */
export function decodePiece(header: string): UploadPiece | null {
  const [, uploadId = '', offset, size] =
    /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) (\d{1,12})\/(\d{1,12})$/.exec(header) ?? []
  return uploadId === '' ? null : { uploadId, offset: Number(offset), size: Number(size) }
}

/**
 * Every request of a page names the person's present IANA time zone: the host derives the day from its own clock and
 * this zone. A download, which cannot set headers, uses this query parameter.
 */
export const TIME_ZONE_HEADER = 'x-kurs-time-zone'
export const TIME_ZONE_PARAMETER = 'zone'

/**
 * Browser host only: POST exchanges a one-time code for a session (a cookie, and a key in the answer), GET says whether
 * there is one (204 or 401).
 */
export const SESSION_PATH = '/session'

/** Name of the one-time code in the fragment of the address, and in the body that exchanges it. */
export const SIGN_IN_CODE = 'sign-in'

/** Name of the page's key in the answer that begins a session. */
export const PAGE_KEY = 'key'

/**
 * Header with the page's key, on every request for data. The cookie alone gives no access: a browser sends it to every
 * port of this address, so any program that listens on one may learn it. The key is kept by the page and sent only by
 * it.
 */
export const KEY_HEADER = 'x-kurs-key'

/** Query parameter of the address with the language chosen on the command line. */
export const LANGUAGE_PARAMETER = 'lang'
