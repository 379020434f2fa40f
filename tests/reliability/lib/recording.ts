import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tool } from './c-tools.ts'

/** The kinds of records, in the order of `recorder.c`. */
const KINDS = ['write', 'truncate', 'sync', 'create', 'mkdir', 'rename', 'link', 'unlink'] as const

/** Bytes of a record before its names and its data. */
const HEAD = 48

/** One change to a file or folder, or the wish to make its changes last (`sync`). Both go by their inode number. */
export interface DiskRecord {
  kind: (typeof KINDS)[number]
  inode: number
  /** Folder of `name`, and of `secondName` for a second name (`rename`, `link`). */
  parent: number
  name: string
  secondParent: number
  secondName: string
  /** Where `data` is written, or the new size (`truncate`). */
  offset: number
  data: Buffer
  /** How much was recorded with it. */
  end: number
}

function parseRecord(bytes: Buffer, at: number): DiskRecord {
  const [kind = -1, nameLength = 0, secondLength = 0, dataLength = 0] = [0, 4, 8, 12].map((field) =>
    bytes.readUInt32LE(at + field),
  )
  const [inode = 0, parent = 0, secondParent = 0, offset = 0] = [16, 24, 32, 40].map((field) =>
    Number(bytes.readBigUInt64LE(at + field)),
  )
  const names = at + HEAD
  const data = names + nameLength + secondLength
  return {
    kind: KINDS[kind] as DiskRecord['kind'],
    inode,
    parent,
    name: bytes.toString('utf8', names, names + nameLength),
    secondParent,
    secondName: bytes.toString('utf8', names + nameLength, data),
    offset,
    data: bytes.subarray(data, data + dataLength),
    end: data + dataLength,
  }
}

/** Everything a host does to the files of its folder, from an empty folder on. */
export class Recording {
  /** The environment of the host. */
  readonly env: Record<string, string>
  /** Inode of the folder. */
  readonly root: number
  readonly #file: string

  /** Begins before the host is started. `aside`: a folder for the records. */
  constructor(tool: Tool, aside: string, dir: string) {
    this.#file = join(aside, 'records')
    mkdirSync(dir, { recursive: true })
    writeFileSync(this.#file, '')
    this.root = statSync(dir).ino
    this.env = { LD_PRELOAD: tool.file, KURS_RECORD: this.#file, KURS_RECORD_UNDER: dir }
  }

  /** How much is recorded. What was acknowledged before this is asked was done in this much. */
  now(): number {
    return statSync(this.#file).size
  }

  read(): DiskRecord[] {
    const bytes = readFileSync(this.#file)
    const records: DiskRecord[] = []
    for (let at = 0; at + HEAD <= bytes.length; at = records.at(-1)?.end ?? bytes.length)
      records.push(parseRecord(bytes, at))
    return records
  }
}
