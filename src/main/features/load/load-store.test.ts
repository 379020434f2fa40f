import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { restoreItem } from '#main/features/history/restore-store.ts'
import { saveSettings } from '#main/features/workspace/settings-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { createItem, getItem, listItems, removeItem } from '#main/store/engine/items.ts'
import { undo } from '#main/store/engine/undo.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { loadEntryEntity } from '#main/store/entities/load.ts'
import { openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { createLoadEntry, readWeekHours, updateLoadEntries, updateLoadEntry } from './load-store.ts'

let store: Store
let close: () => void

function open(today: string): void {
  const opened = openTemporaryStore(Date.parse(`${today}T09:00:00Z`))
  store = opened.store
  close = opened.close
}

/** Starts with a new store on another day. */
function reopen(today: string): void {
  close()
  open(today)
}

beforeEach(() => open('2026-11-27'))
afterEach(() => close())

const split = { operations: 80, learning: 20 }
const look = (week: string) => createLoadEntry(store, { fields: { week, ...split } })
const titles = () => listItems(store, loadEntryEntity).map(({ week }) => week)

describe('a week', () => {
  it('is known by its Monday, whichever of its days was given', () => {
    const { uid } = look('2026-11-26')
    expect(getItem(store, loadEntryEntity, uid)).toMatchObject({
      week: '2026-11-23',
      freedMinutes: null,
      outcome: null,
    })
    const title = store.sqlite.prepare('SELECT title FROM item WHERE uid = ?').pluck().get(uid)
    expect(JSON.parse(String(title))).toEqual({ ru: 'Неделя с 23 ноября 2026', en: 'Week of 23 November 2026' })
  })

  it('has shares of 100 percent together', () => {
    const shares = { week: '2026-11-23', operations: 80, learning: 10 }
    expect(() => createLoadEntry(store, { fields: shares })).toThrow(/VALIDATION.*shares\.sum/)
    expect(() => createLoadEntry(store, { fields: { week: '2026-11-23' } })).toThrow(/shares\.sum/)
  })

  it('has begun', () => {
    expect(() => look('2026-11-30')).toThrow(/VALIDATION.*week.*day\.future/)
    expect(titles()).toEqual([])
  })

  it('has begun as the weeks of the user do: on Sunday only where they begin with it', () => {
    reopen('2026-11-29')
    expect(() => look('2026-11-30')).toThrow(/day\.future/)
    const { uid } = look('2026-11-23')
    expect(() => updateLoadEntry(store, { uid, patch: { week: '2026-11-30' } })).toThrow(/day\.future/)
    saveSettings(store, { weekStartsOn: 0 })
    look('2026-11-30')
    expect(titles()).toContain('2026-11-30')
  })

  it('is that of the user’s calendar: its Sunday belongs to the Monday after where weeks begin on Sunday', () => {
    saveSettings(store, { weekStartsOn: 0 })
    const { uid } = look('2026-11-22')
    expect(titles()).toEqual(['2026-11-23'])
    updateLoadEntry(store, { uid, patch: { week: '2026-11-15' } })
    expect(titles()).toEqual(['2026-11-16'])
  })

  it('has begun also where an entry is asked for again', () => {
    reopen('2026-11-29')
    const uid = '01900000-0000-7000-8000-000000000001'
    const ask = (week: string) => createLoadEntry(store, { uid, fields: { week, ...split } })
    ask('2026-11-24')
    expect(() => ask('2026-11-30')).toThrow(/day\.future/)
    expect(ask('2026-11-26').uid).toBe(uid)
    ask('2026-11-18')
    expect(titles()).toEqual(['2026-11-16'])
  })

  it('has one entry: a second is refused with the way to the first, and nothing of it stays', () => {
    const { uid } = look('2026-11-23')
    const second = () => look('2026-11-29')
    expect(second).toThrow(JSON.stringify({ reason: 'week-taken', detail: uid }))
    expect(titles()).toEqual(['2026-11-23'])
    const other = look('2026-11-16')
    const move = () => updateLoadEntry(store, { uid: other.uid, patch: { week: '2026-11-24' } })
    expect(move).toThrow(JSON.stringify({ reason: 'week-taken', detail: uid }))
    const uids = [uid, other.uid]
    expect(() => updateLoadEntries(store, { uids, patch: { week: '2026-11-09' } })).toThrow('week-taken')
    expect(() => updateLoadEntries(store, { uids: [other.uid], patch: { week: '2026-11-24' } })).toThrow('week-taken')
    expect(updateLoadEntries(store, { uids, patch: { outcome: 'failed' } }).count).toBe(2)
  })

  it('that was taken since is not given twice by an undo or a restore', () => {
    const first = look('2026-11-23')
    const removed = removeItem(store, loadEntryEntity, first)
    const second = look('2026-11-23')
    expect(() => undo(store, removed.batchId)).toThrow('undo-conflict')
    expect(() => restoreItem(store, { batchId: removed.batchId, uid: first.uid })).toThrow('restore-conflict')
    undo(store, second.batchId)
    undo(store, removed.batchId)
    expect(titles()).toEqual(['2026-11-23'])
  })
})

it('the hours of the journal are told by week, until today', () => {
  expect(readWeekHours(store, { weekStartsOn: 1 })).toEqual({ firstDay: null, weeks: [] })
  const log = (day: string, minutes: number) =>
    createItem(store, activityEntity, { fields: { title: 'x', day, minutes } })
  log('2026-11-15', 20)
  log('2026-11-16', 30)
  log('2026-11-27', 60)
  log('2026-11-28', 600)
  expect(readWeekHours(store, { weekStartsOn: 1 })).toEqual({
    firstDay: '2026-11-15',
    weeks: [
      { week: '2026-11-09', minutes: 20 },
      { week: '2026-11-16', minutes: 30 },
      { week: '2026-11-23', minutes: 60 },
    ],
  })
  expect(readWeekHours(store, { weekStartsOn: 0 }).weeks[0]).toEqual({ week: '2026-11-16', minutes: 50 })
})
