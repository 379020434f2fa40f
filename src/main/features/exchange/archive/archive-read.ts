import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Doc, docVersion, readStoredDoc } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import { openPlain } from '#main/store/files/private-files.ts'
import { ensureFolder } from '#main/store/files/workspace-files.ts'
import {
  ARCHIVE_COUNT_LIMIT,
  ARCHIVE_FORMAT,
  ARCHIVE_ITEM_LIMIT,
  ARCHIVE_LIMIT,
  ARCHIVE_PROBLEM_LIMIT,
  ARCHIVE_VERSION,
  ArchivedSettings,
  type ArchiveProblem,
  ArchiveShapes,
  archivedItems,
  FIRST_TYPES,
  FileHash,
  StoredItem,
} from '#shared/model/archive.ts'
import { ItemType } from '#shared/model/entities.ts'
import { refuse } from '#shared/model/failure.ts'
import { ArchivedItems } from './archive-items.ts'
import type { DocSpool } from './archive-spool.ts'
import { JsonReader } from './json-reader.ts'

const PIECE = 1 << 20
const SETTINGS_LIMIT = 1 << 20
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** What an archive holds, each item valid by itself, and what is wrong with it. */
export interface ParsedArchive {
  version: number
  /** Version of each type's shape; a type not listed was unknown to the version of Kurs that wrote the archive. */
  shapes: Map<ItemType, number>
  settings: Record<string, unknown>
  /** Items converted to today's shape. */
  items: ArchivedItems
  /** Bytes of each content by its hash. */
  files: Map<string, number>
  problems: ProblemList
}

/** Thrown when there are too many problems: reading on would only find more. */
class TooManyProblems extends Error {}

/** The problems of an archive, up to the number at which reading stops. */
export class ProblemList {
  readonly list: ArchiveProblem[] = []
  /** True when there are more problems than are listed. */
  more = false

  add(path: string, message: string): void {
    if (this.list.length === ARCHIVE_PROBLEM_LIMIT) {
      this.more = true
      throw new TooManyProblems()
    }
    this.list.push({ path: path.slice(0, 300), message: message.slice(0, 500) })
  }
}

/** Runs `work` until it ends or has found too many problems. */
export function untilTooMany(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error
  }
}

export interface ReadOptions {
  /** Where valid items are kept; null = they are only checked. */
  spool: DocSpool | null
  /** Folder for the contents of files, each under its hash; null = they are only checked. */
  filesDir: string | null
  report(done: number, total: number): void
}

function* piecesOf(file: string, report: (done: number) => void): Generator<Uint8Array> {
  const handle = openPlain(file)
  try {
    let done = 0
    for (;;) {
      // A new buffer each time, because parts of earlier pieces may still be in use.
      const buffer = Buffer.allocUnsafe(PIECE)
      const read = readSync(handle, buffer, 0, PIECE, null)
      if (read === 0) return
      done += read
      report(done)
      yield buffer.subarray(0, read)
    }
  } finally {
    closeSync(handle)
  }
}

/**
 * Reads an archive piece by piece. Throws REFUSED `archive-unreadable` (not JSON, not an archive), `archive-newer`, or
 * `archive-damaged` where going on makes no sense; everything else that is wrong is listed in `problems`, and reading ends
 * where there are too many.
 */
export function readArchive(file: string, options: ReadOptions): ParsedArchive {
  const total = statSync(file).size
  if (total > ARCHIVE_LIMIT) refuse('file-too-large')
  return parseArchive(
    piecesOf(file, (done) => options.report(done, total)),
    options.filesDir,
    options.spool,
  )
}

/** Like `readArchive`, from any pieces of bytes. */
export function parseArchive(
  pieces: Iterable<Uint8Array>,
  filesDir: string | null,
  spool: DocSpool | null,
): ParsedArchive {
  const reader = new JsonReader(pieces)
  const archive: ParsedArchive = {
    version: 0,
    shapes: new Map(),
    settings: {},
    items: new ArchivedItems(ItemType.options, spool),
    files: new Map(),
    problems: new ProblemList(),
  }
  untilTooMany(() => readParts(reader, archive, filesDir))
  return archive
}

function readParts(reader: JsonReader, archive: ParsedArchive, filesDir: string | null): void {
  const read: string[] = []
  reader.readObject((key) => {
    read.push(key)
    // The version must come first, because its rules apply to everything that follows.
    if (read.length <= 2 && key !== ['format', 'version'][read.length - 1]) reader.fail('not a Kurs archive')
    readPart(reader, key, archive, filesDir)
  })
  reader.readEnd()
  for (const key of partsOf(archive.version)) if (!read.includes(key)) archive.problems.add(key, 'missing')
}

function readPart(reader: JsonReader, key: string, archive: ParsedArchive, filesDir: string | null): void {
  switch (key) {
    case 'format':
      if (reader.readValue(1000, key) !== ARCHIVE_FORMAT) reader.fail('not a Kurs archive')
      return
    case 'version':
      archive.version = readVersion(reader)
      if (archive.version === 1) archive.shapes = new Map(FIRST_TYPES.map((type) => [type, 1]))
      return
    case 'shapes':
      readShapes(reader, archive)
      return
    case 'settings':
      readSettings(reader, archive)
      return
    case 'items':
      readItems(reader, archive)
      return
    case 'files':
      readFiles(reader, archive, filesDir)
      return
    default:
      refuse('archive-damaged', `unknown key ${key.slice(0, 100)}`)
  }
}

function readVersion(reader: JsonReader): number {
  const version = reader.readValue(1000, 'version')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) reader.fail('not a Kurs archive')
  if (version > ARCHIVE_VERSION) refuse('archive-newer', String(version))
  return version
}

/** The parts an archive of a version must have. */
function partsOf(version: number): string[] {
  const parts = ['format', 'version', 'settings', 'items', 'files']
  return version === 1 ? parts : [...parts, 'shapes']
}

/**
 * Reads which types the archive has and the versions of their shapes. An unknown type or version comes from a newer
 * Kurs.
 */
function readShapes(reader: JsonReader, archive: ParsedArchive): void {
  if (archive.version === 1) refuse('archive-damaged', 'unknown key shapes')
  const parsed = ArchiveShapes.safeParse(reader.readValue(SETTINGS_LIMIT, 'shapes'))
  if (!parsed.success) refuse('archive-damaged', 'shapes')
  for (const [name, version] of Object.entries(parsed.data)) {
    const type = ItemType.safeParse(name)
    if (!type.success || version > docVersion(entities[type.data])) refuse('archive-newer', `${name} ${version}`)
    archive.shapes.set(type.data, version)
  }
}

function readSettings(reader: JsonReader, archive: ParsedArchive): void {
  const parsed = ArchivedSettings.safeParse(reader.readValue(SETTINGS_LIMIT, 'settings'))
  if (parsed.success) archive.settings = parsed.data
  else archive.problems.add('settings', parsed.error.issues[0]?.message ?? 'invalid')
}

/** One item, lifted to today's shape and checked against it. */
function readItem(archive: ParsedArchive, type: ItemType, value: unknown, path: string): void {
  const { problems, items, shapes } = archive
  const stored = StoredItem.safeParse(value)
  if (!stored.success) {
    problems.add(path, 'not an item')
    return
  }
  const { changed, ...found } = stored.data
  const version = shapes.get(type)
  if (version === undefined) refuse('archive-damaged', `items.${type} has no shape`)
  const parsed = archivedItems[type].safeParse(readStoredDoc(entities[type], version, found))
  if (parsed.success) {
    const doc = parsed.data as unknown as Doc
    items.add(type, doc, changed, path, (where, why) => problems.add(where, why))
    return
  }
  for (const issue of parsed.error.issues) problems.add([path, ...issue.path].join('.'), issue.message)
}

function readItems(reader: JsonReader, archive: ParsedArchive): void {
  let count = 0
  const seen = new Set<string>()
  reader.readObject((key) => {
    const type = ItemType.safeParse(key)
    if (!type.success) return refuse('archive-damaged', `unknown type ${key.slice(0, 100)}`)
    seen.add(key)
    reader.readArray((index) => {
      count += 1
      if (count > ARCHIVE_COUNT_LIMIT) refuse('archive-damaged', `more than ${ARCHIVE_COUNT_LIMIT} items`)
      const path = `items.${key}[${index}]`
      readItem(archive, type.data, reader.readValue(ARCHIVE_ITEM_LIMIT, path), path)
    })
  })
  for (const type of archive.shapes.keys()) if (!seen.has(type)) archive.problems.add(`items.${type}`, 'missing')
}

function readFiles(reader: JsonReader, archive: ParsedArchive, filesDir: string | null): void {
  if (filesDir !== null) ensureFolder(filesDir)
  reader.readObject((key) => {
    if (!FileHash.safeParse(key).success) refuse('archive-damaged', `files: not a hash: ${key.slice(0, 100)}`)
    const content = receiveContent(reader, filesDir === null ? null : join(filesDir, key))
    archive.files.set(key, content.size)
    if (content.hash !== key) archive.problems.add(`files.${key}`, 'the content does not match its hash')
  })
}

/** Decodes one base64 string; what was decoded is written to `file` (durably) unless that is null. */
function receiveContent(reader: JsonReader, file: string | null): { hash: string; size: number } {
  const hash = createHash('sha256')
  const handle = file === null ? null : openSync(file, 'wx', 0o600)
  let size = 0
  let rest = ''
  const take = (text: string) => {
    if (!BASE64.test(text)) refuse('archive-damaged', 'files: not base64')
    const bytes = Buffer.from(text, 'base64')
    size += bytes.length
    hash.update(bytes)
    if (handle !== null) for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
  }
  try {
    reader.readLongString((piece) => {
      const text = rest + piece
      const whole = text.length - (text.length % 4)
      rest = text.slice(whole)
      // The padding sign `=` may occur only in the last group.
      if (text.slice(0, whole - 4).includes('=')) refuse('archive-damaged', 'files: not base64')
      take(text.slice(0, whole))
    })
    if (rest !== '') refuse('archive-damaged', 'files: not base64')
    if (handle !== null) fsyncSync(handle)
  } finally {
    if (handle !== null) closeSync(handle)
  }
  return { hash: hash.digest('hex'), size }
}
