import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endReaders } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { openSample } from '../../../../tests/fixtures/sample-workspace.ts'
import { refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { streamArchive } from './export-stream.ts'

let root: string
let workspace: Workspace

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kurs-export-'))
  workspace = openSample(join(root, 'workspace'))
  write(workspace.store, 'fill', (w) => {
    for (let index = 0; index < 2000; index++)
      w.insert(activityEntity, { title: `line ${index}`, day: '2026-11-01', notes: 'x'.repeat(3000) })
  })
  workspace.store.sqlite.pragma('wal_checkpoint(TRUNCATE)')
})

afterEach(async () => {
  await endReaders(workspace.store)
  workspace.close()
  rmSync(root, { recursive: true })
})

const save = () => createItem(workspace.store, activityEntity, { fields: { title: 'a', day: '2026-11-01' } })
const files = () => readdirSync(workspace.dir, { recursive: true }).sort()

/** Overwrites the second half of the database with nonsense, in place. */
function damage(): void {
  const file = join(workspace.dir, 'kurs.sqlite')
  const { size } = statSync(file)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(size / 2, 0xee), 0, size / 2, size / 2)
  closeSync(handle)
}

async function readAll(body: ReadableStream<Uint8Array>): Promise<void> {
  for await (const _piece of body);
}

it('damage that an export meets while it is read ends it and all writing, and everybody is told', async () => {
  const told: string[] = []
  workspace.store.listeners.add(({ types }) => told.push(...types))
  const { body } = await streamArchive(workspace)
  damage()
  await expect(readAll(body)).rejects.toThrow(/malformed/)
  expect(workspace.backups.state().damaged).toBe(true)
  expect(told).toContain('backups')
  expect(refusal(save)).toContain('corrupt')
  expect(workspace.store.readers.size).toBe(0)
})

it('an export that is given up leaves neither a thread nor a file', async () => {
  const before = files()
  const { body } = await streamArchive(workspace)
  const reader = body.getReader()
  await reader.read()
  expect(workspace.store.readers.size).toBe(1)
  save()
  await reader.cancel()
  expect(workspace.store.readers.size).toBe(0)
  expect(files()).toEqual(before)
  // Nothing is being read any more: the log can be emptied.
  expect(workspace.store.sqlite.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }])
})

it('a download that stands still keeps nobody from saving, backing up and restoring', async () => {
  const { body } = await streamArchive(workspace)
  const reader = body.getReader()
  await reader.read()
  save()
  const { name } = await workspace.backups.make('manual')
  await workspace.backups.restore(name)
  save()
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toThrow(/cancelled/)
})

it('a download that stands still is ended where a deleted log has to be brought back', async () => {
  const { body } = await streamArchive(workspace)
  save()
  unlinkSync(join(workspace.dir, 'kurs.sqlite-wal'))
  expect(refusal(save)).toContain('moved')
  await endReaders(workspace.store)
  save()
  await expect(readAll(body)).rejects.toThrow(/cancelled/)
})
