import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { adoptAttachment } from '#main/store/attachment-files.ts'
import { openDatabase, type Store } from '#main/store/database.ts'
import { isEmptyWorkspace } from '#main/store/rows.ts'
import { workspaceFiles } from '#main/store/workspace-files.ts'
import { type Writer, write } from '#main/store/writer.ts'
import type { ArchivePreview } from '#shared/model/archive.ts'
import { refuse } from '#shared/model/failure.ts'
import { checkArchive, orderForInsert } from './archive-check.ts'
import { type ParsedArchive, readArchive } from './archive-read.ts'

type Report = (done: number, total: number) => void

/** What an archive holds and what is wrong with it; nothing is written. Throws as `readArchive`. */
export function inspectArchive(file: string, report: Report): Omit<ArchivePreview, 'workspaceIsEmpty'> {
  const archive = readArchive(file, { filesDir: null, report })
  const { missingFiles } = checkArchive(archive)
  if (archive.problems.count === 0) orderForInsert(archive)
  return {
    version: archive.version,
    counts: Object.fromEntries([...archive.docs].map(([type, docs]) => [type, docs.length])),
    files: archive.files.size,
    missingFiles,
    problems: archive.problems.first,
    problemCount: archive.problems.count,
  }
}

function assertSound(archive: ParsedArchive): void {
  const [problem] = archive.problems.first
  if (problem !== undefined) refuse('archive-damaged', `${problem.path}: ${problem.message}`)
}

function replaceSettings(store: Store, settings: Record<string, unknown>): void {
  store.sqlite.exec('DELETE FROM setting')
  const insert = store.sqlite.prepare('INSERT INTO setting (key, value) VALUES (?, ?)')
  for (const [key, value] of Object.entries(settings)) insert.run(key, JSON.stringify(value))
}

/**
 * Fills an empty workspace from an archive: all of it in one transaction, or nothing. Attached files are made durable before
 * the rows that name them. Opens the database itself, for a worker thread. Throws as `readArchive`, and REFUSED
 * `archive-damaged` (the first thing that is wrong) or `workspace-not-empty`.
 */
export function importArchive(dir: string, file: string, now: number, report: Report): { items: number } {
  const filesDir = `${file}.files`
  try {
    const archive = readArchive(file, { filesDir, report })
    checkArchive(archive)
    assertSound(archive)
    const docs = orderForInsert(archive)
    assertSound(archive)
    const store = openDatabase(workspaceFiles(dir).database, () => now)
    try {
      if (!isEmptyWorkspace(store)) refuse('workspace-not-empty')
      for (const [hash, size] of archive.files) adoptAttachment(dir, join(filesDir, hash), hash, size)
      const fill = (writer: Writer) => {
        if (!isEmptyWorkspace(store)) refuse('workspace-not-empty')
        replaceSettings(store, archive.settings)
        writer.insertAll(docs)
      }
      write(store, 'archive.import', fill, { origin: 'import', undoable: false })
      return { items: docs.length }
    } finally {
      store.sqlite.close()
    }
  } finally {
    rmSync(filesDir, { recursive: true, force: true })
  }
}
