import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Doc } from '#main/store/entity.ts'
import { ensureFolder } from '#main/store/workspace-files.ts'
import {
  ARCHIVE_COUNT_LIMIT,
  ARCHIVE_FORMAT,
  ARCHIVE_ITEM_LIMIT,
  ARCHIVE_LIMIT,
  ARCHIVE_VERSION,
  ArchivedSettings,
  type ArchiveProblem,
  archivedItems,
  FileHash,
} from '#shared/model/archive.ts'
import { refuse } from '#shared/model/failure.ts'
import { ItemType } from '#shared/model/vocabulary.ts'
import { JsonReader } from './json-reader.ts'

const PIECE = 1 << 20
const SETTINGS_LIMIT = 1 << 20
const PROBLEM_LIMIT = 100
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Everything an archive holds, each item valid by itself, and what is wrong with it. */
export interface ParsedArchive {
  version: number
  settings: Record<string, unknown>
  docs: Map<ItemType, Doc[]>
  /** Bytes of each content by its hash. */
  files: Map<string, number>
  problems: ProblemList
}

/** Keeps the first problems and counts all of them. */
export class ProblemList {
  readonly first: ArchiveProblem[] = []
  count = 0

  add(path: string, message: string): void {
    this.count += 1
    if (this.first.length < PROBLEM_LIMIT) this.first.push({ path: path.slice(0, 300), message: message.slice(0, 500) })
  }
}

export interface ReadOptions {
  /** Folder for the contents of files, each under its hash; null = they are only checked. */
  filesDir: string | null
  report(done: number, total: number): void
}

function* piecesOf(file: string, report: (done: number) => void): Generator<Uint8Array> {
  const handle = openSync(file, 'r')
  try {
    let done = 0
    for (;;) {
      // A new one each time: parts of earlier pieces may still be held.
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
 * `archive-damaged` where going on makes no sense; everything else that is wrong is listed in `problems`.
 */
export function readArchive(file: string, options: ReadOptions): ParsedArchive {
  const total = statSync(file).size
  if (total > ARCHIVE_LIMIT) refuse('file-too-large')
  return parseArchive(
    piecesOf(file, (done) => options.report(done, total)),
    options.filesDir,
  )
}

/** The same from any pieces of bytes. */
export function parseArchive(pieces: Iterable<Uint8Array>, filesDir: string | null): ParsedArchive {
  const reader = new JsonReader(pieces)
  const archive: ParsedArchive = {
    version: 0,
    settings: {},
    docs: new Map(ItemType.options.map((type) => [type, []])),
    files: new Map(),
    problems: new ProblemList(),
  }
  const read: string[] = []
  reader.readObject((key) => {
    read.push(key)
    // What the version means must be known before anything is read by its rules.
    if (read.length <= 2 && key !== ['format', 'version'][read.length - 1]) reader.fail('not a Kurs archive')
    readPart(reader, key, archive, filesDir)
  })
  reader.readEnd()
  for (const key of ['format', 'version', 'settings', 'items', 'files'])
    if (!read.includes(key)) archive.problems.add(key, 'missing')
  return archive
}

function readPart(reader: JsonReader, key: string, archive: ParsedArchive, filesDir: string | null): void {
  switch (key) {
    case 'format':
      if (reader.readValue(1000, key) !== ARCHIVE_FORMAT) reader.fail('not a Kurs archive')
      return
    case 'version':
      archive.version = readVersion(reader)
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

function readSettings(reader: JsonReader, archive: ParsedArchive): void {
  const parsed = ArchivedSettings.safeParse(reader.readValue(SETTINGS_LIMIT, 'settings'))
  if (parsed.success) archive.settings = parsed.data
  else archive.problems.add('settings', parsed.error.issues[0]?.message ?? 'invalid')
}

function readItems(reader: JsonReader, archive: ParsedArchive): void {
  let count = 0
  const seen = new Set<string>()
  reader.readObject((key) => {
    const type = ItemType.safeParse(key)
    if (!type.success) return refuse('archive-damaged', `unknown type ${key.slice(0, 100)}`)
    seen.add(key)
    const docs = archive.docs.get(type.data) ?? []
    reader.readArray((index) => {
      count += 1
      if (count > ARCHIVE_COUNT_LIMIT) refuse('archive-damaged', `more than ${ARCHIVE_COUNT_LIMIT} items`)
      const path = `items.${key}[${index}]`
      const parsed = archivedItems[type.data].safeParse(reader.readValue(ARCHIVE_ITEM_LIMIT, path))
      if (parsed.success) docs.push(parsed.data as unknown as Doc)
      else for (const issue of parsed.error.issues) archive.problems.add([path, ...issue.path].join('.'), issue.message)
    })
  })
  for (const type of ItemType.options) if (!seen.has(type)) archive.problems.add(`items.${type}`, 'missing')
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
      // The sign of the end may stand in the last group only.
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
