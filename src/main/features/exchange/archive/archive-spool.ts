import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { FieldTimes } from '#main/store/engine/field-times.ts'
import type { Doc } from '#main/store/entities/entity.ts'

/** Bytes gathered before a write, and bytes read at once: items are read in about the order they were written. */
const WRITTEN = 1 << 20
const READ = 1 << 16

/** An item during an import, with the times of its earlier changes as far as the archive has them. */
export interface SpooledDoc {
  doc: Doc
  changed?: FieldTimes
}

/** Where an item lies in a spool. */
export interface SpoolPlace {
  from: number
  to: number
}

/**
 * A file of valid items, which are read again later in the order in which they are stored: an archive may hold more
 * items than fit into memory. The caller that opens a spool also closes it and removes its file.
 */
export class DocSpool {
  readonly #handle: number
  #gathered: Buffer[] = []
  #gatheredSize = 0
  /** Bytes in the file. */
  #written = 0
  #window: Buffer = Buffer.alloc(0)
  #windowAt = 0

  constructor(file: string) {
    this.#handle = openSync(file, 'wx+', 0o600)
  }

  /** Bytes so far, which is where the next item will lie. */
  get end(): number {
    return this.#written + this.#gatheredSize
  }

  append(item: SpooledDoc): void {
    const bytes = Buffer.from(JSON.stringify(item))
    this.#gathered.push(bytes)
    this.#gatheredSize += bytes.length
    if (this.#gatheredSize >= WRITTEN) this.#flush()
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#gathered)
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.#handle, bytes, at, bytes.length - at, this.#written + at)
    this.#written += bytes.length
    this.#gathered = []
    this.#gatheredSize = 0
  }

  read({ from, to }: SpoolPlace): SpooledDoc {
    if (this.#gatheredSize > 0) this.#flush()
    if (from < this.#windowAt || to > this.#windowAt + this.#window.length) this.#readWindow(from, to)
    const bytes = this.#window.subarray(from - this.#windowAt, to - this.#windowAt)
    return JSON.parse(bytes.toString()) as SpooledDoc
  }

  #readWindow(from: number, to: number): void {
    const size = Math.min(Math.max(READ, to - from), this.#written - from)
    const window = Buffer.allocUnsafe(size)
    let at = 0
    while (at < size) {
      const read = readSync(this.#handle, window, at, size - at, from + at)
      if (read === 0) throw new Error('The spool ended too early')
      at += read
    }
    this.#window = window
    this.#windowAt = from
  }

  close(): void {
    closeSync(this.#handle)
  }
}
