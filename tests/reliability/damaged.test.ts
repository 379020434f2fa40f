import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createItem } from '#main/store/engine/items.ts'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { findDamage, openReadOnly } from '#main/store/safety/integrity.ts'
import { archiveText } from '../fixtures/archive-text.ts'
import { fillSample, openSample } from '../fixtures/sample-workspace.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, makeRandom, type Random, TIMEOUT } from './lib/random.ts'

const COUNT = IS_FULL ? 500 : 50
const PAGE = 4096

const root = mkdtempSync(join(tmpdir(), 'kurs-damaged-'))
const whole = join(root, 'whole')
let backup: string
let content: string

beforeAll(async () => {
  const workspace = openSample(whole)
  await fillSample(workspace)
  write(workspace.store, 'fill', (w) => {
    for (let index = 0; index < 400; index++)
      w.insert(activityEntity, { title: `line ${index}`, day: '2026-11-01', notes: 'notes '.repeat(60), tags: ['t'] })
  })
  backup = (await workspace.backups.make('manual')).name
  content = await archiveText(workspace)
  workspace.close()
})

afterAll(() => rmSync(root, { recursive: true }))

type Damage = [name: string, apply: (bytes: Buffer, random: Random, file: string) => Buffer]

const DAMAGES: Damage[] = [
  [
    'flipped bits',
    (bytes, random) => {
      for (let count = 1 + random.below(60); count > 0; count--) {
        const at = random.below(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      }
      return bytes
    },
  ],
  ['cut off', (bytes, random) => bytes.subarray(0, random.below(bytes.length))],
  [
    'zeroed pages',
    (bytes, random) => {
      for (let count = 1 + random.below(4); count > 0; count--) {
        const page = random.below(bytes.length / PAGE)
        bytes.fill(0, page * PAGE, (page + 1) * PAGE)
      }
      return bytes
    },
  ],
  [
    'pages in each other\u2019s place',
    (bytes, random) => {
      const from = random.below(bytes.length / PAGE) * PAGE
      bytes.copyWithin(random.below(bytes.length / PAGE) * PAGE, from, from + PAGE)
      return bytes
    },
  ],
  [
    'the log of another database',
    (bytes, _random, file) => {
      copyFileSync(foreignLog(), `${file}-wal`)
      return bytes
    },
  ],
]

/** A log full of pages of a database of the same form with other data, as a careless copy leaves it. */
function foreignLog(): string {
  const dir = join(root, 'other')
  const log = join(root, 'foreign-wal')
  if (existsSync(log)) return log
  const other = openSample(dir)
  other.store.sqlite.pragma('wal_autocheckpoint = 0')
  for (let index = 0; index < 100; index++)
    createItem(other.store, activityEntity, { fields: { title: `other ${index}`, day: '2026-11-01' } })
  copyFileSync(join(dir, 'kurs.sqlite-wal'), log)
  other.close()
  return log
}

/** What a thorough reader finds wrong with the file as it lies there; a log beside it included. */
function oracle(file: string): string[] {
  const copy = join(root, 'oracle.sqlite')
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  try {
    const sqlite = openReadOnly(copy)
    try {
      return findDamage(sqlite, 'full')
    } finally {
      sqlite.close()
    }
  } catch (error) {
    return [String(error)]
  }
}

const outcomes = { atStart: 0, whileRunning: 0, sound: 0 }

/** Opens a damaged workspace as the app does, and brings it back from its backup if anything is found wrong. */
async function bringBack(dir: string, damaged: Buffer): Promise<Workspace | null> {
  const problems = oracle(join(dir, 'kurs.sqlite'))
  const opened = openWorkspace(dir, 'browser', Date.now)
  if (opened.kind === 'damaged') {
    outcomes.atStart += 1
    const { quarantine, backups, restore } = opened.damaged
    expect(backups.map(({ name, verified }) => [name, verified])).toEqual([[backup, true]])
    if (damaged.length > 0) expect(readFileSync(join(quarantine ?? '', 'kurs.sqlite')).equals(damaged)).toBe(true)
    expect(readFileSync(join(dir, 'kurs.sqlite')).equals(damaged)).toBe(true)
    return restore(backup)
  }
  if (opened.kind !== 'open') throw new Error(`The workspace is ${opened.kind}`)
  const { workspace } = opened
  // The check that follows the start, and the one every backup makes.
  const found = await workspace.backups.check()
  const unusable = found.length > 0 ? null : await workspace.backups.make('manual').catch((error: unknown) => error)
  if (found.length === 0 && !(unusable instanceof Error)) {
    outcomes.sound += 1
    expect(problems).toEqual([])
    workspace.close()
    return null
  }
  outcomes.whileRunning += 1
  await workspace.backups.restore(backup)
  return workspace
}

it('damage is found, kept aside, and the backup brings everything back', { timeout: TIMEOUT }, async () => {
  const random = makeRandom(50)
  for (let index = 0; index < COUNT; index++) {
    const [name, damage] = DAMAGES[index % DAMAGES.length] as Damage
    const dir = join(root, 'damaged')
    rmSync(dir, { recursive: true, force: true })
    cpSync(whole, dir, { recursive: true })
    const file = join(dir, 'kurs.sqlite')
    const damaged = Buffer.from(damage(readFileSync(file), random, file))
    writeFileSync(file, damaged)
    // After half of them the process was also interrupted, so that a log lies there.
    if (index % 2 === 0 && !existsSync(`${file}-wal`)) writeFileSync(`${file}-wal`, '')
    const workspace = await bringBack(dir, damaged)
    if (workspace === null) continue
    expect(findDamage(workspace.store.sqlite, 'full'), name).toEqual([])
    expect(await archiveText(workspace), name).toBe(content)
    workspace.close()
    expect(existsSync(join(dir, 'damaged')) || damaged.length === 0, name).toBe(true)
  }
  expect(outcomes.atStart).toBeGreaterThan(COUNT / 5)
  expect(outcomes.whileRunning).toBeGreaterThan(0)
  const { atStart, whileRunning, sound } = outcomes
  const found = `found by the start ${atStart}, by the check after it ${whileRunning}, harmless ${sound}; everything came back`
  noteFigures('damaged database', COUNT, found)
})
