import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdStore, releaseStore, type Store } from '#main/store/engine/database.ts'
import { openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { endTimer, keepTimer, readTimer } from './timer-store.ts'

const AT = Date.UTC(2026, 10, 28, 19)
const MINUTE = 60_000
const TEA = '0198c0de-0000-7000-8000-000000000001'
const LUNCH = '0198c0de-0000-7000-8000-000000000002'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(AT)
  store = opened.store
  store.clock = () => AT
  close = opened.close
})

afterEach(() => close())

const pass = (minutes: number) => {
  const at = store.clock() + minutes * MINUTE
  store.clock = () => at
}
const keep = (uid: string, runs = true, line = 'Tea') => keepTimer(store, { uid, line, runs })

describe('a timer', () => {
  it('runs, stands still and goes on, whatever its line becomes meanwhile', () => {
    expect(readTimer(store)).toBeNull()
    expect(keep(TEA)).toEqual({ uid: TEA, line: 'Tea', since: AT, spent: 0 })
    pass(10)
    expect(keep(TEA, true, 'Tea with Ann')).toEqual({ uid: TEA, line: 'Tea with Ann', since: AT, spent: 0 })
    expect(keep(TEA, false)).toMatchObject({ since: null, spent: 10 * MINUTE })
    pass(60)
    expect(keep(TEA, false)).toMatchObject({ since: null, spent: 10 * MINUTE })
    keep(TEA)
    pass(5)
    expect(keep(TEA, false).spent).toBe(15 * MINUTE)
    expect(readTimer(store)).toEqual({ uid: TEA, line: 'Tea', since: null, spent: 15 * MINUTE })
  })

  it('is not thrown away by another one', () => {
    keep(TEA)
    expect(refusal(() => keep(LUNCH))).toContain('timer-there')
    endTimer(store, LUNCH)
    expect(readTimer(store)?.uid).toBe(TEA)
  })

  it('that was ended comes back with all of its time, until another one has begun', () => {
    keep(TEA)
    pass(10)
    endTimer(store, TEA)
    expect(readTimer(store)).toBeNull()
    pass(1)
    expect(keep(TEA)).toMatchObject({ since: AT, spent: 0 })
    endTimer(store, TEA)
    keep(LUNCH)
    endTimer(store, LUNCH)
    expect(keep(TEA)).toMatchObject({ since: AT + 11 * MINUTE, spent: 0 })
  })

  it('is told of once for each change, and says why it cannot be kept', () => {
    const told: unknown[] = []
    store.listeners.add(({ types }) => told.push(types))
    keep(TEA)
    endTimer(store, TEA)
    endTimer(store, TEA)
    expect(told).toEqual([['timer'], ['timer']])
    holdStore(store, 'busy')
    expect(refusal(() => keep(TEA))).toContain('busy')
    releaseStore(store, 'busy')
    expect(readTimer(store)).toBeNull()
  })
})
