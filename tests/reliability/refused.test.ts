import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findDamage } from '#main/store/safety/integrity.ts'
import { afterKill } from './lib/after-kill.ts'
import { buildTool } from './lib/c-tools.ts'
import type { Call, Fault } from './lib/faults.ts'
import { TIMEOUT } from './lib/random.ts'
import { Scene } from './lib/scene.ts'
import { buildChild } from './lib/start-child.ts'
import { WRITE_KINDS, type WriteKind } from './lib/write-kinds.ts'

const tool = buildTool('faults')
let child: Awaited<ReturnType<typeof buildChild>>
let scene: Scene

beforeAll(async () => {
  child = await buildChild()
}, 60_000)

afterAll(() => {
  child.remove()
  tool?.remove()
})

beforeEach(async () => {
  scene = new Scene(child.host, tool)
  await scene.start()
})

afterEach(() => scene.close())

/** Brings all of the log into the database, so that the next save begins it anew: with a header that is made to last by itself. */
function emptyLog(): void {
  const sqlite = new Database(join(scene.dir, 'kurs.sqlite'))
  expect(sqlite.pragma('wal_checkpoint(RESTART)')).toMatchObject([{ busy: 0 }])
  sqlite.close()
}

/** What fails, and what is done just before. */
const TRIED: readonly (readonly [call: Call, beforehand: () => void])[] = [
  ['fsync', () => {}],
  ['fsync', emptyLog],
  ['stat', () => {}],
]

/** One save while a call fails: done or refused, and so for good. */
async function tryOnce(kind: WriteKind, fault: Fault, beforehand: () => void) {
  const uid = await kind.prepare(scene.host)
  beforehand()
  scene.faults.arm(fault)
  const error = await kind.act(scene.host, uid).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  const { failed } = scene.faults.disarm()
  expect(scene.host.defects).toEqual([])
  if (error !== null) expect(error).toMatchObject({ code: 'STORAGE' })
  const isDone = await afterKill(scene.dir, (workspace) => {
    expect(findDamage(workspace.store.sqlite, 'full')).toEqual([])
    return kind.isDone(workspace, uid)
  })
  const { call, at, forEver } = fault
  expect(isDone, `${call} ${at}${forEver ? ' and all after it' : ''}`).toBe(error === null)
  return { isRefused: error !== null, isMet: failed > 0 }
}

describe.skipIf(tool === null)('a save the system does not let through', { timeout: TIMEOUT }, () => {
  it.each(Object.keys(WRITE_KINDS))(
    '%s: what was refused stays refused after a kill, what was acknowledged is there',
    async (name) => {
      const kind = WRITE_KINDS[name] as WriteKind
      for (const [call, beforehand] of TRIED) {
        let refused = 0
        for (const forEver of [false, true])
          for (let at = 1; ; at++) {
            const { isRefused, isMet } = await tryOnce(kind, { call, error: 'EIO', at, forEver }, beforehand)
            if (!isMet) break
            if (isRefused) refused += 1
          }
        // Once and for ever: nobody but the save itself may have met the fault.
        expect(refused, call).toBeGreaterThan(1)
      }
      // The disk is well again: everything goes on.
      const uid = await kind.prepare(scene.host)
      await kind.act(scene.host, uid)
      await scene.kill()
      expect(await afterKill(scene.dir, (workspace) => kind.isDone(workspace, uid))).toBe(true)
    },
  )
})
