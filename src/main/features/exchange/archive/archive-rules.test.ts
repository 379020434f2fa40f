import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '#main/store/open-workspace.ts'
import {
  archiveText,
  changedArchive,
  type LooseArchive,
  receiveText,
} from '../../../../../tests/fixtures/archive-text.ts'
import { fillSample, openSample } from '../../../../../tests/fixtures/sample-workspace.ts'
import { inspectArchive } from './archive-import.ts'
import { importReceived } from './archive-jobs.ts'

let root: string
let source: Workspace

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kurs-rules-'))
  source = openSample(join(root, 'source'))
  await fillSample(source)
})

afterAll(() => {
  source.close()
  rmSync(root, { recursive: true })
})

const uid = (index: number) => `019b0000-0000-7000-8000-${String(index).padStart(12, '0')}`

/** Adds a copy, with changes, of the first item of a type that meets a condition. */
function copy(
  archive: LooseArchive,
  type: string,
  changes: Record<string, unknown>,
  fits: (doc: Record<string, unknown>) => boolean = () => true,
): void {
  const list = archive.items[type] ?? []
  list.push({ ...list.find(fits), uid: uid(list.length), ...changes })
}

const item = (archive: LooseArchive, type: string, status?: string) =>
  archive.items[type]?.find((doc) => status === undefined || doc.status === status) ?? {}

const signed = (archive: LooseArchive) => item(archive, 'review', 'signed')

/** In each archive every item is valid by itself, but the app would never have made them together. */
const WRONG: [string, (archive: LooseArchive) => unknown, RegExp][] = [
  ['two plans', (archive) => copy(archive, 'plan', {}), /plan\[1\]\.uid a workspace has one plan/],
  [
    'a uid in other letters',
    (archive) => copy(archive, 'person', { uid: String(item(archive, 'person').uid).toUpperCase() }),
    /person\[1\]\.uid the uid .* stands twice/,
  ],
  ['one alias for two skills', (archive) => copy(archive, 'skill', { aliases: ['CLOUD'] }), /aliases\.0 alias\.taken/],
  ['two entries of one week', (archive) => copy(archive, 'loadEntry', {}), /loadEntry\[1\]\.week another entry has/],
  [
    'an alias of two words',
    (archive) => Object.assign(item(archive, 'skill'), { aliases: ['two words'] }),
    /aliases\.0 alias\.invalid/,
  ],
  [
    'a gate passed while an earlier one is open',
    (archive) => copy(archive, 'stage', { position: 1, passedOn: '2026-05-01' }),
    /stage\[1\]\.passedOn passed before an earlier gate/,
  ],
  [
    'a gate passed on an earlier day than the one before it',
    (archive) => {
      Object.assign(item(archive, 'stage'), { passedOn: '2026-06-01' })
      copy(archive, 'stage', { position: 1, passedOn: '2026-05-31' })
    },
    /passed before an earlier gate/,
  ],
  [
    'an open gate with a readiness of its passing',
    (archive) => Object.assign(item(archive, 'stage'), { passReadiness: 0.5 }),
    /open gate/,
  ],
  [
    'a requirement with fields of another kind',
    (archive) => Object.assign(item(archive, 'requirement'), { count: 3 }),
    /count has no meaning/,
  ],
  ['a signed review without snapshot', (archive) => Object.assign(signed(archive), { snapshot: null }), /without what/],
  ['a review signed at no moment', (archive) => Object.assign(signed(archive), { signedAt: null }), /signedAt/],
  [
    'answers changed after signing',
    (archive) => Object.assign(signed(archive), { answers: [{ key: 'x', prompt: 'x', answer: 'changed' }] }),
    /answers not what was signed/,
  ],
  [
    'answers changed in what was signed',
    (archive) =>
      Object.assign(signed(archive).snapshot ?? {}, { answers: [{ key: 'x', prompt: 'x', answer: 'changed' }] }),
    /answers not what was signed/,
  ],
  ['a focus changed after signing', (archive) => Object.assign(signed(archive), { focus: [] }), /focus not what/],
  [
    'a period changed after signing',
    (archive) => Object.assign(signed(archive), { periodStart: '2025-01-01' }),
    /not the period/,
  ],
  [
    'a draft with a signature',
    (archive) => Object.assign(item(archive, 'review', 'draft'), { signedAt: 5 }),
    /a draft with a signature/,
  ],
  [
    'a revision of nothing',
    (archive) => Object.assign(item(archive, 'review', 'draft'), { replacesUid: null }),
    /revision not the number/,
  ],
  [
    'a second revision of the same review',
    (archive) => copy(archive, 'review', {}, (doc) => doc.status === 'draft'),
    /another review replaces it/,
  ],
  [
    'a revision of a draft',
    (archive) =>
      copy(archive, 'review', { revision: 3, replacesUid: item(archive, 'review', 'draft').uid }, (doc) => {
        return doc.status === 'draft'
      }),
    /replaces a draft/,
  ],
  [
    'a file name with a path',
    (archive) => Object.assign(item(archive, 'attachment'), { name: '../../x.sh' }),
    /not a name a file gets/,
  ],
  [
    'a media type with more in it',
    (archive) => Object.assign(item(archive, 'attachment'), { mediaType: 'text/html\r\nx: y' }),
    /not a media type/,
  ],
  [
    'two sizes of one content',
    (archive) => {
      archive.files = {}
      const [first, ...others] = archive.items.attachment ?? []
      const same = others.find(({ hash }) => hash === first?.hash) ?? others[0]
      Object.assign(same ?? {}, { hash: first?.hash, size: 12_345 })
    },
    /not the size of the content/,
  ],
]

describe('an archive whose items contradict each other', () => {
  it.each(WRONG)('is damaged: %s', async (_name, change, pattern) => {
    const file = join(root, 'wrong.archive')
    writeFileSync(file, await changedArchive(source, change))
    const { problems, moreProblems } = inspectArchive(file, () => {})
    expect(moreProblems).toBe(false)
    expect(problems.map(({ path, message }) => `${path} ${message}`).join('\n')).toMatch(pattern)
  })
})

describe('an import', () => {
  let target: Workspace

  beforeEach(() => {
    target = openSample(join(root, 'target'))
  })

  afterEach(async () => {
    await target.jobs.close()
    target.close()
    rmSync(target.dir, { recursive: true })
  })

  it('that is refused has made no backup', async () => {
    const text = await changedArchive(source, (archive) => copy(archive, 'plan', {}))
    const uploadId = await receiveText(target, text)
    await expect(importReceived(target, uploadId)).rejects.toThrow(/archive-damaged.*one plan/)
    expect(target.backups.list()).toEqual([])
    expect(target.store.sqlite.prepare('SELECT count(*) FROM item').pluck().get()).toBe(0)
  })

  it('makes the same of uids in whatever letters they are written', async () => {
    const lower = await archiveText(source)
    const text = lower.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (one) => one.toUpperCase())
    expect(text).not.toBe(lower)
    await importReceived(target, await receiveText(target, text))
    expect(await archiveText(target)).toBe(lower)
  })
})
