import { afterEach, beforeEach, expect, it } from 'vitest'
import { updateItem } from '#main/store/engine/items.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { Archive } from '#shared/model/archive.ts'
import {
  type ArchivePair,
  importText as importInto,
  openArchivePair,
} from '../../../../../tests/fixtures/archive-pair.ts'
import { archiveText, changedArchive, receiveText } from '../../../../../tests/fixtures/archive-text.ts'
import { previewArchive } from './archive-jobs.ts'

type Loose = { items: Record<string, object[]>; shapes: Record<string, number>; files: object }

let pair: ArchivePair
let source: Workspace
let target: Workspace

beforeEach(async () => {
  pair = await openArchivePair()
  ;({ source, target } = pair)
})

afterEach(() => pair.close())

const receive = (text: string) => receiveText(target, text)

const importText = (text: string) => importInto(target, text)

const changed = (change: (archive: Loose) => void) => changedArchive(source, (archive) => change(archive as never))

it('carries when fields were changed, which an import and the next export keep', async () => {
  const uid =
    source.store.sqlite.prepare<[], string>("SELECT uid FROM item WHERE type = 'activity'").pluck().get() ?? ''
  updateItem(source.store, activityEntity, { uid, patch: { minutes: 61 } })
  const text = await archiveText(source)
  const [line] = Archive.parse(JSON.parse(text)).items.activity
  expect(line).toMatchObject({ changed: { minutes: line?.updatedAt } })
  await importText(text)
  expect(await archiveText(target)).toBe(text)
})

it('is read with nothing of a type that its Kurs did not know', async () => {
  const text = await changed((archive) => {
    for (const type of ['review', 'attachment']) {
      delete archive.items[type]
      delete archive.shapes[type]
    }
    archive.files = {}
  })
  await importText(text)
  const types = target.store.sqlite.prepare<[], string>('SELECT DISTINCT type FROM item').pluck().all()
  expect(types).toContain('activity')
  expect(types).not.toContain('review')
})

it.each([
  ['skill', 99],
  ['unheardOf', 1],
])('is refused by name when %s has version %i', async (type, version) => {
  const uploadId = await receive(await changed((archive) => Object.assign(archive.shapes, { [type]: version })))
  await expect(previewArchive(target, uploadId)).rejects.toThrow(new RegExp(`archive-newer.*${type} ${version}`))
})

it('is refused when it leaves out a type it says it knows', async () => {
  const uploadId = await receive(await changed((archive) => Reflect.deleteProperty(archive.items, 'review')))
  expect(await previewArchive(target, uploadId)).toMatchObject({
    problems: [{ path: 'items.review', message: 'missing' }],
  })
})
