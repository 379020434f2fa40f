import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTool } from './lib/c-tools.ts'
import type { Fault } from './lib/faults.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, makeRandom, TIMEOUT } from './lib/random.ts'
import { RestoreTable } from './lib/restore-table.ts'
import { buildChild } from './lib/start-child.ts'
import { failCall, HAS_STRACE } from './lib/strace.ts'

/** Rows without a kill, kills without a fault, kills after a fault; in the full run all, all, and so many. */
const [ROWS, KILLS, BOTH] = IS_FULL ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 80] : [5, 3, 3]

/** What cost acknowledged saves once, and its like: `strace -e inject` counts these calls alone. */
const STRACED: [call: string, positions: number[]][] = [
  ['rename', [1, 2, 3, 4]],
  ['fsync', [1, 2, 3, 4, 5, 6, 7]],
  ['openat', [2, 3, 4, 5]],
  ['unlink', [1, 2, 3]],
]

const tool = buildTool('faults')
const random = makeRandom(20_261_130)
let child: Awaited<ReturnType<typeof buildChild>>
let table: RestoreTable

beforeAll(async () => {
  child = await buildChild()
  table = new RestoreTable(child.host, tool)
  await table.setUp()
}, 60_000)

afterAll(async () => {
  await table.close()
  child.remove()
  tool?.remove()
})

/** Every call that opens, looks at, names, removes or makes last, once and for ever. */
async function rows(): Promise<Fault[]> {
  const { seen } = await table.count()
  const calls = (['rename', 'fsync', 'openat', 'unlink', 'ftruncate', 'stat'] as const).flatMap((call) =>
    Array.from({ length: seen.get(call) ?? 0 }, (_, index) => ({ call, at: index + 1 })),
  )
  return calls.flatMap((row) => [false, true].map((forEver) => ({ ...row, forEver, error: 'EIO' as const })))
}

function choose<T>(list: readonly T[], count: number): T[] {
  if (count >= list.length) return [...list]
  return Array.from({ length: count }, () => random.pick(list))
}

/** Tries each, and names those that do not hold. */
async function tryAll<T>(list: readonly T[], name: (row: T) => string, attempt: (row: T) => Promise<boolean>) {
  const problems: string[] = []
  let met = 0
  for (const row of list) {
    try {
      if (await attempt(row)) met += 1
    } catch (error) {
      problems.push(`${name(row)}: ${String(error).slice(0, 600)}`)
    }
  }
  expect(problems).toEqual([])
  return met
}

const nameFault = (fault: Fault | null) =>
  fault === null ? 'no fault' : `${fault.call} ${fault.at}${fault.forEver ? '+' : ''} ${fault.error}`

describe.skipIf(tool === null)('a restore', { timeout: TIMEOUT }, () => {
  it('in which a call fails is done or was never begun, and what is saved afterwards stays', async () => {
    const chosen = choose(await rows(), ROWS)
    const met = await tryAll(chosen, nameFault, (fault) => table.failAt(fault))
    expect(met).toBeGreaterThan(chosen.length * 0.8)
    noteFigures('one call that fails during a restore, then three saves, kill, start', met, '0 lost, never a mixture')
  })

  it('killed before any of its steps leaves one state or the other', async () => {
    const { steps } = await table.count()
    const all = Array.from({ length: steps }, (_, index) => index + 1)
    const killed = await tryAll(choose(all, KILLS), String, (step) => table.killAt(step, null))
    expect(killed).toBeGreaterThan(0)
    noteFigures('killed before a step of a restore, start, three saves, kill, start', killed, '0 lost, never a mixture')
  })

  it('killed after a call has failed leaves one state or the other', async () => {
    const { steps } = await table.count()
    const all = await rows()
    const pairs = Array.from({ length: BOTH }, () => ({ fault: random.pick(all), step: 1 + random.below(steps) }))
    const name = ({ fault, step }: (typeof pairs)[number]) => `${nameFault(fault)}, killed before step ${step}`
    const killed = await tryAll(pairs, name, ({ fault, step }) => table.killAt(step, fault))
    noteFigures(
      'killed before a step of a restore in which a call has failed before',
      killed,
      '0 lost, never a mixture',
    )
  })
})

const WHY = HAS_STRACE ? '' : ' (strace is not installed; the rows above cover the same calls)'
const rowsOfStrace = STRACED.flatMap(([call, positions]) => positions.map((at) => ({ call, at })))

describe.skipIf(!HAS_STRACE)(`a restore under strace${WHY}`, { timeout: TIMEOUT }, () => {
  it('in which a call fails is done or was never begun, and what is saved afterwards stays', async () => {
    const all = IS_FULL ? rowsOfStrace : rowsOfStrace.slice(0, 1)
    const met = await tryAll(
      all,
      ({ call, at }) => `${call} ${at}`,
      ({ call, at }) => table.fail(() => failCall(table.scene.host.pid, call, 'EIO', at)),
    )
    // It counts in each thread by itself, and none makes as many of all of them.
    expect(met).toBeGreaterThan(all.length * 0.6)
    noteFigures('one call that fails during a restore, made by strace', met, '0 lost, never a mixture')
  })
})
