import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { assessmentEntity } from '#main/store/entities/skills.ts'
import { currentLevels } from '#main/store/facts/skill-levels.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { archiveText } from '../../../../../tests/fixtures/archive-text.ts'
import { fillSample, openSample } from '../../../../../tests/fixtures/sample-workspace.ts'
import { importArchive } from './archive-import.ts'

const orderOfEntry = ({ store }: Workspace) =>
  store.sqlite.prepare<[], string>('SELECT uid FROM item ORDER BY type, id').pluck().all()

it('an archive keeps the order of entry, by which lists stand within a day and the later of two ratings counts', async () => {
  const root = mkdtempSync(join(tmpdir(), 'kurs-archive-order-'))
  let now = Date.UTC(2026, 8, 1)
  const source = openSample(join(root, 'source'), () => ++now)
  const target = openSample(join(root, 'target'))
  await fillSample(source)
  const skill = source.store.sqlite.prepare<[], string>("SELECT uid FROM item WHERE type = 'skill'").pluck().get() ?? ''
  write(source.store, 'test', (w) => {
    for (const title of 'abcdefgh') w.insert(activityEntity, { title, day: '2026-07-01' })
  })
  // A form may be opened, and its uid made, long before it is saved.
  for (const [uid, level] of [
    ['019f0000-0000-7000-8000-000000000002', 4] as const,
    ['019f0000-0000-7000-8000-000000000001', 1] as const,
  ])
    write(source.store, 'test', (w) => w.insert(assessmentEntity, { skillUid: skill, level, day: '2026-07-01' }, uid))
  const file = join(root, 'archive.json')
  writeFileSync(file, await archiveText(source))
  importArchive(target.dir, file, now, () => {})
  expect(orderOfEntry(target)).toEqual(orderOfEntry(source))
  expect(currentLevels(target.store).get(skill)?.level).toBe(1)
  for (const workspace of [source, target]) workspace.close()
  rmSync(root, { recursive: true })
})
