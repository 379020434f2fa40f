import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hostTexts } from '#main/hosts/host-texts.ts'
import { explainClaim } from '#main/hosts/launch.ts'
import { createItem } from '#main/store/engine/items.ts'
import { itemExists } from '#main/store/engine/rows.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import { backupPath, makeBackupNow } from '#main/store/safety/backup.ts'
import { openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { type Claim, claimWorkspace } from './claim-workspace.ts'

let dir: string
let uid: string
let names: string[]

/** Three backups of a workspace whose database is then overwritten, newest last. */
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-claim-'))
  const workspace = openSample(dir)
  const add = () => createItem(workspace.store, activityEntity, { fields: { title: 'a', day: '2026-11-01' } }).uid
  uid = add()
  names = [1, 2, 3].map(() => makeBackupNow({ dir, reason: 'manual', now: Date.now() }, workspace.store.sqlite).name)
  workspace.close()
  writeFileSync(workspaceFiles(dir).database, 'x'.repeat(8192))
})

afterEach(() => rmSync(dir, { recursive: true }))

/** Changes a backup without changing its size. */
function spoil(name: string): void {
  const bytes = readFileSync(backupPath(dir, name))
  bytes.fill(0xff, 4096, 8192)
  writeFileSync(backupPath(dir, name), bytes)
}

const claim = (restore: string | null) =>
  claimWorkspace({ dir, host: 'browser', clock: Date.now, askOwner: async () => null, restore })

function explain(found: Claim, language: 'ru' | 'en'): string {
  if (found.kind === 'open' || found.kind === 'shown') throw new Error(found.kind)
  return explainClaim(found, { dir, t: hostTexts(language) })
}

describe('--restore', () => {
  it('newest takes the next backup when the newest ones cannot be used', async () => {
    const [, second = '', third = ''] = names
    spoil(third)
    spoil(second)
    const found = await claim('newest')
    if (found.kind !== 'open') throw new Error(found.kind)
    expect(itemExists(found.workspace.store, uid)).toBe(true)
    found.workspace.close()
  })

  it('says in words which backups cannot be used, and changes nothing', async () => {
    for (const name of names) spoil(name)
    const before = readFileSync(workspaceFiles(dir).database)
    for (const [wish, refused] of [
      ['newest', 3],
      [names[0] ?? '', 1],
      [null, 0],
    ] as const) {
      const found = await claim(wish)
      expect(found).toMatchObject({ kind: 'damaged' })
      for (const language of ['ru', 'en'] as const) {
        const words = explain(found, language)
        expect(words).not.toMatch(/\{\{|Error|at .*\.ts/)
        expect(words.split('\n').filter((line) => /^(Копия|The backup) kurs-/.test(line))).toHaveLength(refused)
      }
    }
    expect(readFileSync(workspaceFiles(dir).database).equals(before)).toBe(true)
  })

  it('says what kept a backup from being put into its place', async () => {
    // A folder where the copy must be written.
    mkdirSync(join(workspaceFiles(dir).staged, 'x'), { recursive: true })
    const found = await claim('newest')
    expect(found).toMatchObject({ kind: 'unavailable', reason: 'blocked' })
    expect(explain(found, 'en')).toContain('something else stands under a name that is needed')
  })
})
