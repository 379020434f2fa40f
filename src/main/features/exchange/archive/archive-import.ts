import { join } from 'node:path'
import { openDatabase, type Store } from '#main/store/engine/database.ts'
import { type FieldTimes, keepImportedTimes } from '#main/store/engine/field-times.ts'
import { isOwnSetting, SHARED_SETTINGS } from '#main/store/engine/own-settings.ts'
import { isEmptyWorkspace } from '#main/store/engine/rows.ts'
import { runSql } from '#main/store/engine/statements.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import type { Doc, Entity } from '#main/store/entities/entity.ts'
import { adoptAttachment } from '#main/store/files/attachment-files.ts'
import { removeFile, removeTree, tidyUp, workspaceFiles } from '#main/store/files/workspace-files.ts'
import type { ArchivePreview, ArchiveProblem } from '#shared/model/archive.ts'
import { ItemType } from '#shared/model/entities.ts'
import { refuse } from '#shared/model/failure.ts'
import { checkArchive, orderForInsert, type PlacedType } from './archive-check.ts'
import { type ParsedArchive, readArchive } from './archive-read.ts'
import { DocSpool } from './archive-spool.ts'

type Report = (done: number, total: number) => void

/** What an archive holds and what is wrong with it; nothing is written. Throws as `readArchive`. */
export function inspectArchive(file: string, report: Report): Omit<ArchivePreview, 'workspaceIsEmpty'> {
  const archive = readArchive(file, { filesDir: null, spool: null, report })
  const { missingFiles } = checkArchive(archive)
  if (archive.problems.list.length === 0) orderForInsert(archive)
  return {
    version: archive.version,
    counts: Object.fromEntries(ItemType.options.map((type) => [type, archive.items.list(type).uids.length])),
    files: archive.files.size,
    missingFiles,
    problems: archive.problems.list,
    moreProblems: archive.problems.more,
  }
}

/** Refuses an archive with the first thing that is wrong with it: REFUSED `archive-damaged`. */
export function assertSound([problem]: readonly ArchiveProblem[]): void {
  if (problem !== undefined) refuse('archive-damaged', `${problem.path}: ${problem.message}`)
}

/** Replaces all settings except those that belong to this workspace alone. */
function replaceSettings(store: Store, settings: Record<string, unknown>): void {
  runSql(store, `DELETE FROM setting WHERE ${SHARED_SETTINGS}`, [])
  for (const [key, value] of Object.entries(settings))
    if (!isOwnSetting(key))
      runSql(store, 'INSERT INTO setting (key, value) VALUES (?, ?)', [key, JSON.stringify(value)])
}

/** The items in the order in which they are stored; each iteration reads them from the spool again. */
const readPlaced = (spool: DocSpool, types: readonly PlacedType[]): Iterable<{ entity: Entity; doc: Doc }> => ({
  *[Symbol.iterator]() {
    for (const { entity, list, ordered } of types)
      for (const index of ordered) yield { entity, doc: spool.read(list.placeOf(index)).doc }
  },
})

/** When fields were last changed, by uid, as far as the archive says. */
function* readTimes(spool: DocSpool, types: readonly PlacedType[]): Generator<[string, FieldTimes]> {
  for (const { list } of types)
    for (const index of list.timed) {
      const { doc, changed = {} } = spool.read(list.placeOf(index))
      yield [doc.uid, changed]
    }
}

/**
 * Fills an empty workspace from an archive: all of it in one transaction, or nothing. Attached files are made durable before
 * the rows that name them. Opens the database itself, for a worker thread. Throws as `readArchive`, and REFUSED
 * `archive-damaged` (the first thing that is wrong) or `workspace-not-empty`.
 */
export function importArchive(dir: string, file: string, now: number, report: Report): { items: number } {
  const [filesDir, spoolFile] = [`${file}.files`, `${file}.items`]
  // A thread that was stopped midway may have left its files behind.
  removeTree(filesDir)
  removeFile(spoolFile)
  try {
    const spool = new DocSpool(spoolFile)
    try {
      return fillFrom(readArchive(file, { filesDir, spool, report }), { dir, filesDir, spool, now })
    } finally {
      spool.close()
    }
  } finally {
    tidyUp(
      () => removeTree(filesDir),
      () => removeFile(spoolFile),
    )
  }
}

interface Filling {
  dir: string
  filesDir: string
  spool: DocSpool
  now: number
}

function fillFrom(archive: ParsedArchive, { dir, filesDir, spool, now }: Filling): { items: number } {
  checkArchive(archive)
  assertSound(archive.problems.list)
  const placed = orderForInsert(archive)
  assertSound(archive.problems.list)
  const store = openDatabase(workspaceFiles(dir).database, () => now, { mustExist: true })
  try {
    if (!isEmptyWorkspace(store)) refuse('workspace-not-empty')
    for (const [hash, size] of archive.files) adoptAttachment(dir, join(filesDir, hash), hash, size)
    const fill = (writer: Writer) => {
      if (!isEmptyWorkspace(store)) refuse('workspace-not-empty')
      replaceSettings(store, archive.settings)
      writer.insertAll(readPlaced(spool, placed))
      keepImportedTimes(store, readTimes(spool, placed))
    }
    write(store, 'archive.import', fill, { origin: 'import', undoable: false })
    return { items: archive.items.types.size }
  } finally {
    store.sqlite.close()
  }
}
