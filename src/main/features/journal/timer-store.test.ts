import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdStore, releaseStore, type Store } from '#main/store/engine/database.ts'
import { openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { beginTimer, changeTimer, endTimer, readTimer, returnTimer } from './timer-store.ts'

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
const start = (uid: string) => beginTimer(store, { uid, line: 'Tea' })
const change = (change: { runs?: boolean; line?: string }) => changeTimer(store, { uid: TEA, ...change })

describe('a timer', () => {
  it('runs, stands still and goes on, whatever its line becomes meanwhile', () => {
    expect(readTimer(store)).toBeNull()
    expect(start(TEA)).toEqual({ uid: TEA, line: 'Tea', since: AT, spent: 0 })
    pass(10)
    expect(change({ line: 'Tea with Ann' })).toEqual({ uid: TEA, line: 'Tea with Ann', since: AT, spent: 0 })
    expect(change({ runs: false })).toMatchObject({ line: 'Tea with Ann', since: null, spent: 10 * MINUTE })
    pass(60)
    expect(change({ runs: false })).toMatchObject({ since: null, spent: 10 * MINUTE })
    change({ runs: true })
    pass(5)
    expect(change({ runs: false })?.spent).toBe(15 * MINUTE)
    expect(readTimer(store)).toEqual({ uid: TEA, line: 'Tea with Ann', since: null, spent: 15 * MINUTE })
  })

  it('is not thrown away by another one, and begun twice it is one', () => {
    start(TEA)
    expect(refusal(() => start(LUNCH))).toContain('timer-there')
    endTimer(store, LUNCH)
    pass(10)
    expect(start(TEA)).toMatchObject({ uid: TEA, since: AT })
  })

  it('that has ended is neither begun nor changed any more: its line is in the journal', () => {
    start(TEA)
    endTimer(store, TEA)
    expect([start(TEA), change({ line: 'Late' }), change({ runs: true }), readTimer(store)]).toEqual([
      null,
      null,
      null,
      null,
    ])
    start(LUNCH)
    expect(change({ line: 'Late' })).toBeNull()
    expect(readTimer(store)).toMatchObject({ uid: LUNCH, line: 'Tea' })
  })

  it('comes back with all of its time, until another one has begun', () => {
    start(TEA)
    pass(10)
    endTimer(store, TEA)
    pass(1)
    returnTimer(store, TEA)
    expect(readTimer(store)).toMatchObject({ since: AT, spent: 0 })
    endTimer(store, TEA)
    start(LUNCH)
    endTimer(store, LUNCH)
    expect(refusal(() => returnTimer(store, TEA))).toContain('restore-conflict')
    expect(readTimer(store)).toBeNull()
  })

  it('is told of once for each change, and says why it cannot be kept', () => {
    const told: unknown[] = []
    store.listeners.add(({ types }) => told.push(types))
    start(TEA)
    change({ line: 'Tea' })
    endTimer(store, TEA)
    endTimer(store, TEA)
    expect(told).toEqual([['timer'], ['timer']])
    holdStore(store, 'busy')
    expect(refusal(() => returnTimer(store, TEA))).toContain('busy')
    releaseStore(store, 'busy')
    expect(readTimer(store)).toBeNull()
  })
})
