import { ARCHIVE_DEPTH_LIMIT, ARCHIVE_KEY_LIMIT } from '#shared/model/archive.ts'
import { refuse } from '#shared/model/failure.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const COMMA = 0x2c
const COLON = 0x3a
const END = -1

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Keys that would reach an object's prototype; no archive has them. */
const FORBIDDEN_KEY = '__proto__'

/**
 * Refuses forbidden keys, and more keys than any valid object has, because each would be reported as a separate
 * problem.
 */
function assertPlainKeys(value: unknown, path: string): void {
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const entry of value) assertPlainKeys(entry, path)
    return
  }
  const keys = Object.keys(value)
  if (keys.length > ARCHIVE_KEY_LIMIT) refuse('archive-damaged', `${path}: more than ${ARCHIVE_KEY_LIMIT} keys`)
  for (const key of keys) {
    if (key === FORBIDDEN_KEY) refuse('archive-damaged', `${path}: forbidden key ${FORBIDDEN_KEY}`)
    assertPlainKeys((value as Record<string, unknown>)[key], path)
  }
}

interface Scan {
  depth: number
  inString: boolean
  escaped: boolean
  done: boolean
}

/** Scans to the end of the value or of the piece; answers where that is. */
function scanPiece(scan: Scan, piece: Uint8Array, from: number, path: string): number {
  let { depth, inString, escaped } = scan
  let at = from
  for (; at < piece.length && !scan.done; at++) {
    const byte = piece[at] as number
    if (inString) {
      if (escaped) escaped = false
      else if (byte === BACKSLASH) escaped = true
      else if (byte === QUOTE) {
        inString = false
        scan.done = depth === 0
      }
    } else if (byte === QUOTE) inString = true
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      depth += 1
      if (depth > ARCHIVE_DEPTH_LIMIT) refuse('archive-damaged', `${path}: nested too deep`)
    } else if (depth === 0) {
      // A bare word or number ends before what follows it.
      scan.done = byte === COMMA || byte === COLON || byte === CLOSE_OBJECT || byte === CLOSE_ARRAY || isSpace(byte)
      if (scan.done) return at
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      depth -= 1
      scan.done = depth === 0
    }
  }
  Object.assign(scan, { depth, inString, escaped })
  return at
}

/**
 * Reads one JSON document from pieces of bytes without ever holding more than the value asked for. The caller says what it
 * expects (an object, an array, a value, a long string); anything else is refused as `archive-unreadable`, and what is
 * well formed but beyond the limits as `archive-damaged`.
 */
export class JsonReader {
  readonly #pieces: Iterator<Uint8Array>
  #piece: Uint8Array = new Uint8Array(0)
  #at = 0
  /** Bytes in front of the present piece. */
  #before = 0

  constructor(pieces: Iterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.iterator]()
    // A byte order mark is not part of JSON, but some editors save one.
    if (this.#peek() === 0xef) {
      for (const byte of [0xef, 0xbb, 0xbf]) if (this.#next() !== byte) this.fail('not UTF-8')
    }
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.#before + this.#at
  }

  fail(what: string): never {
    return refuse('archive-unreadable', `${what} at byte ${this.offset}`)
  }

  /** Visits the keys of an object; `visit` must read each value. A repeated key is refused. */
  readObject(visit: (key: string) => void): void {
    this.#expect(OPEN_OBJECT, '{')
    const seen = new Set<string>()
    if (this.#takeIf(CLOSE_OBJECT)) return
    do {
      const key = this.readString(1000)
      if (seen.has(key)) this.fail(`the key "${key.slice(0, 100)}" stands twice`)
      seen.add(key)
      this.#expect(COLON, ':')
      visit(key)
    } while (this.#takeIf(COMMA))
    this.#expect(CLOSE_OBJECT, '}')
  }

  /** Visits the places of an array; `visit` must read each value. */
  readArray(visit: (index: number) => void): void {
    this.#expect(OPEN_ARRAY, '[')
    if (this.#takeIf(CLOSE_ARRAY)) return
    let index = 0
    do visit(index++)
    while (this.#takeIf(COMMA))
    this.#expect(CLOSE_ARRAY, ']')
  }

  /** Any value of at most `limit` bytes. `path` is named when it is refused. */
  readValue(limit: number, path: string): unknown {
    const text = this.#decode(this.#sliceValue(limit, path))
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return this.fail(`${path}: not JSON`)
    }
    assertPlainKeys(value, path)
    return value
  }

  /** A short string. */
  readString(limit: number): string {
    const value = this.readValue(limit, 'key')
    return typeof value === 'string' ? value : this.fail('a string was expected')
  }

  /** A string of any length without escapes (base64), handed on in pieces. */
  readLongString(take: (piece: string) => void): void {
    this.#expect(QUOTE, '"')
    for (;;) {
      if (this.#peek() === END) this.fail('the end is missing')
      const end = this.#piece.indexOf(QUOTE, this.#at)
      const piece = this.#piece.subarray(this.#at, end === -1 ? undefined : end)
      if (piece.includes(BACKSLASH)) this.fail('an escape in base64')
      if (piece.length > 0) take(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1'))
      this.#at += piece.length
      if (end !== -1) {
        this.#at += 1
        return
      }
    }
  }

  /** Nothing but space may follow. */
  readEnd(): void {
    this.#skipSpace()
    if (this.#peek() !== END) this.fail('something follows the end')
  }

  #decode(bytes: Uint8Array): string {
    try {
      return utf8.decode(bytes)
    } catch {
      return this.fail('not UTF-8')
    }
  }

  /** The bytes of the next value, found by its brackets and quotes alone. */
  #sliceValue(limit: number, path: string): Uint8Array {
    this.#skipSpace()
    const parts: Uint8Array[] = []
    const scan = { depth: 0, inString: false, escaped: false, done: false }
    let length = 0
    while (!scan.done) {
      if (this.#peek() === END) {
        if (scan.depth > 0 || scan.inString || length === 0) this.fail(`${path}: the end is missing`)
        break
      }
      const part = this.#piece.subarray(this.#at, scanPiece(scan, this.#piece, this.#at, path))
      this.#at += part.length
      length += part.length
      if (length > limit) refuse('archive-damaged', `${path}: more than ${limit} bytes`)
      parts.push(part)
    }
    return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts)
  }

  #peek(): number {
    while (this.#at >= this.#piece.length) {
      const { value, done } = this.#pieces.next()
      if (done === true) return END
      this.#before += this.#piece.length
      this.#piece = value
      this.#at = 0
    }
    return this.#piece[this.#at] as number
  }

  #next(): number {
    const byte = this.#peek()
    if (byte !== END) this.#at += 1
    return byte
  }

  #skipSpace(): void {
    while (isSpace(this.#peek())) this.#at += 1
  }

  #expect(byte: number, shown: string): void {
    this.#skipSpace()
    if (this.#next() !== byte) this.fail(`${shown} was expected`)
  }

  #takeIf(byte: number): boolean {
    this.#skipSpace()
    if (this.#peek() !== byte) return false
    this.#at += 1
    return true
  }
}
