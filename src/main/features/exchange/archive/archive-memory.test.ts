import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Workspace } from '#main/store/open-workspace.ts'
import { runWorker, workerUrl } from '#main/store/threads/run-worker.ts'
import { archiveText } from '../../../../../tests/fixtures/archive-text.ts'
import { openSample } from '../../../../../tests/fixtures/sample-workspace.ts'
import type { ExchangeJob } from './exchange-worker.ts'

/** Megabytes the thread may hold: its code alone takes about half of them. */
const MEMORY = 80

/** Items, and characters of each one's notes: 100 MB in all. */
const ITEMS = 5000
const NOTES = 20_000

let root: string
let file: string
let workspace: Workspace

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'kurs-memory-'))
  file = join(root, 'large.archive')
  workspace = openSample(join(root, 'workspace'))
})

afterEach(() => {
  workspace.close()
  rmSync(root, { recursive: true })
})

const uid = (index: number): string => `019b0000-0000-7000-8000-${String(index).padStart(12, '0')}`

/**
 * Writes an archive of large journal entries. Every second entry refers to the next one, which has not been read by
 * then.
 */
async function writeLines(count: number): Promise<void> {
  const [before = '', after = ''] = (await archiveText(workspace)).split('"activity":[]')
  writeFileSync(file, `${before}"activity":[`)
  for (let index = 0; index < count; index++) {
    const fields = {
      title: `line ${index}`,
      kind: null,
      day: '2026-11-01',
      minutes: 1,
      inbox: false,
      tags: [],
      visibilityKind: null,
      visibleTo: null,
    }
    const links = index % 2 === 0 ? [uid(index + 1)] : []
    const envelope = { uid: uid(index), createdAt: count - index, updatedAt: count }
    const item = { ...fields, ...envelope, notes: 'x'.repeat(NOTES), links, changed: { title: ITEMS } }
    appendFileSync(file, `${index === 0 ? '' : ','}\n${JSON.stringify(item)}`)
  }
  appendFileSync(file, `]${after}`)
}

function work<T>(data: ExchangeJob): Promise<T> {
  const job = { signal: new AbortController().signal, report: () => {} }
  return runWorker<T>(workerUrl(import.meta.url, './exchange-worker.ts'), data, job, MEMORY)
}

it('an archive larger than the memory there is can be looked at and imported, in the order of entry', async () => {
  await writeLines(ITEMS)
  const found = await work<{ counts: Record<string, number>; problems: unknown[] }>({ job: 'inspect', file })
  expect(found.problems).toEqual([])
  expect(found.counts.activity).toBe(ITEMS)
  expect(await work({ job: 'import', dir: workspace.dir, file, now: 1 })).toEqual({ items: ITEMS })
  const { sqlite } = workspace.store
  const count = (query: string) => sqlite.prepare<[], number>(`SELECT count(*) FROM ${query}`).pluck().get()
  expect(count(`activity WHERE length(notes) = ${NOTES}`)).toBe(ITEMS)
  expect(count('link')).toBe(ITEMS / 2)
  expect(count('imported_change')).toBe(ITEMS)
  const first = sqlite.prepare('SELECT uid FROM item ORDER BY id LIMIT 1').pluck().get()
  expect(first).toBe(uid(ITEMS - 1))
  expect(existsSync(`${file}.items`)).toBe(false)
}, 120_000)

it('an import that was ended in the middle can be made again', async () => {
  await writeLines(10)
  writeFileSync(`${file}.items`, 'of the one before')
  expect(await work({ job: 'import', dir: workspace.dir, file, now: 1 })).toEqual({ items: 10 })
})
