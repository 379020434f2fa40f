import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { holdStore } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { itemExists } from '#main/store/engine/rows.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { reasonOfFailure } from '#main/store/files/failures.ts'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { openSample } from '../../../../tests/fixtures/sample-workspace.ts'
import { makeBackupNow } from './backup.ts'
import { exchangeDatabase } from './exchange-database.ts'
import { discardReplaced, replaceDatabase, settleExchange, stageBackup } from './restore.ts'

const CALLS = vi.hoisted(
  () => ['renameSync', 'fsyncSync', 'openSync', 'unlinkSync', 'statSync', 'copyFileSync'] as const,
)
type Call = (typeof CALLS)[number]

interface Fault {
  call: Call
  /** Number of the call that fails, from 1. */
  at: number
  /** Whether all later calls fail too. */
  forEver: boolean
}

/** What fails at the moment, and how often each call was made since. */
const faults = vi.hoisted(() => ({ present: null as Fault | null, made: 0 }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const failing = (call: Call) => {
    const through = real[call] as (...args: unknown[]) => unknown
    return (...args: unknown[]) => {
      const { present } = faults
      if (present?.call === call) {
        faults.made += 1
        if (faults.made === present.at || (present.forEver && faults.made > present.at))
          throw Object.assign(new Error(`EIO: i/o error, ${call}`), { code: 'EIO', errno: -5, syscall: call })
      }
      return through(...args)
    }
  }
  const mocked = Object.fromEntries(CALLS.map((call) => [call, failing(call)]))
  return { ...real, ...mocked, default: { ...real, ...mocked } }
})

let dir: string
let workspace: Workspace

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-exchange-'))
  workspace = openSample(dir)
})

afterEach(() => {
  faults.present = null
  workspace.close()
  rmSync(dir, { recursive: true })
})

const add = () => createItem(workspace.store, activityEntity, { fields: { title: 'a', day: '2026-11-01' } }).uid
const has = (uid: string) => itemExists(workspace.store, uid)

/** The storage reason of what `action` throws; null when it does not. */
function reasonOf(action: () => unknown): string | null {
  try {
    action()
    return null
  } catch (error) {
    const reason = reasonOfFailure(error)
    if (reason === null) throw error
    return reason
  }
}

/** A backup, one entry added after it, and the backup staged to take the place of the present database. */
function prepare(): { first: string; second: string } {
  const first = add()
  const { name } = makeBackupNow({ dir, reason: 'manual', now: Date.now() }, workspace.store.sqlite)
  const second = add()
  stageBackup(dir, name)
  return { first, second }
}

/**
 * Exchanges the database under one fault and compares what was answered with what is there, at once and after the next
 * start; answers whether the fault was met.
 */
function exchangeUnder(fault: Fault, isDamaged: boolean): { met: boolean; reason: string | null } {
  const { first, second } = prepare()
  if (isDamaged) holdStore(workspace.store, 'corrupt')
  Object.assign(faults, { present: fault, made: 0 })
  const reason = reasonOf(() => exchangeDatabase(workspace.store, dir, isDamaged))
  const met = faults.made >= fault.at
  // While the fault lasts, whatever is acknowledged must be kept.
  const acknowledged: string[] = []
  const meanwhile = reasonOf(() => acknowledged.push(add()))
  faults.present = null
  // The fault is gone: the store is used again without a new start, unless it is damaged as before.
  const after = reasonOf(() => acknowledged.push(add()))
  const where = `${fault.call} ${fault.at}${fault.forEver ? ' for ever' : ''}: answered ${reason}, then ${meanwhile}`
  expect(after, where).toBe(isDamaged && reason !== null ? 'corrupt' : null)
  expect([has(first), has(second)], where).toEqual([true, reason !== null])
  workspace.close()
  workspace = openSample(dir)
  expect([has(first), has(second), ...acknowledged.map(has)], where).toEqual([
    true,
    reason !== null,
    ...acknowledged.map(() => true),
  ])
  expect(
    readdirSync(dir).filter((name) => /staged|replaced|ready/.test(name)),
    where,
  ).toEqual([])
  return { met, reason }
}

describe.each([
  ['a sound', false],
  ['a damaged', true],
])('exchanging %s database while one call fails', (_name, isDamaged) => {
  it.each(CALLS.flatMap((call) => [false, true].map((forEver) => ({ call, forEver }))))(
    'answers what is so: $call, for ever: $forEver',
    ({ call, forEver }) => {
      const answers = new Set<string | null>()
      for (let at = 1; ; at++) {
        const { met, reason } = exchangeUnder({ call, at, forEver }, isDamaged)
        if (!met) break
        answers.add(reason)
        expect(at).toBeLessThan(60)
      }
      // Only a damaged database is copied; a failure of any other call must be reported.
      if (call !== 'copyFileSync' || isDamaged) expect(answers).toContain('io')
    },
  )
})

describe('a log that was never merged', () => {
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

  it.each(CALLS)('goes and comes back with its database, whichever %s fails', (call) => {
    for (const forEver of [false, true]) {
      for (let at = 1; ; at++) {
        const other = mkdtempSync(join(dir, 'plain-'))
        const files = workspaceFiles(other)
        writeFileSync(files.database, 'old')
        writeFileSync(`${files.database}-wal`, 'log of old')
        writeFileSync(files.staged, 'new')
        Object.assign(faults, { present: { call, at, forEver }, made: 0 })
        const reason = reasonOf(() => replaceDatabase(other))
        const met = faults.made >= at
        faults.present = null
        // The next start.
        settleExchange(other)
        discardReplaced(other)
        const found = [read(files.database), read(`${files.database}-wal`), read(files.replaced)]
        expect(found, `${call} ${at} ${forEver}`).toEqual(
          reason === null ? ['new', null, null] : ['old', 'log of old', null],
        )
        if (!met) break
      }
    }
  })
})
