import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { archiveText } from '../../fixtures/archive-text.ts'
import { fillSample, openSample } from '../../fixtures/sample-workspace.ts'
import { uidsOf } from './scene.ts'

let archive: { text: string; items: number } | null = null

/** An archive with an item of every type, attached files and enough lines for a few hundred writes; made once. */
export async function sampleArchive(): Promise<{ text: string; items: number }> {
  if (archive !== null) return archive
  const dir = mkdtempSync(join(tmpdir(), 'kurs-archive-'))
  const workspace = openSample(dir)
  await fillSample(workspace)
  write(workspace.store, 'fill', (w) => {
    for (let index = 0; index < 300; index++)
      w.insert(activityEntity, { title: `line ${index}`, day: '2026-11-01', notes: 'x'.repeat(500) })
  })
  archive = { text: await archiveText(workspace), items: uidsOf(workspace).size }
  workspace.close()
  rmSync(dir, { recursive: true })
  return archive
}
