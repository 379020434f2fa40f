import { dayTotals } from '#main/features/journal/journal-totals-store.ts'
import { readSettings } from '#main/features/workspace/settings-store.ts'
import { type BulkChange, updateItems } from '#main/store/engine/bulk.ts'
import { askedFields, create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { readDoc } from '#main/store/engine/rows.ts'
import { findRow } from '#main/store/engine/statements.ts'
import { write } from '#main/store/engine/writer.ts'
import type { Entity, Patch } from '#main/store/entities/entity.ts'
import { loadEntryEntity } from '#main/store/entities/load.ts'
import type { WeekHours } from '#shared/contract/load.ts'
import { type WeekStart, weekStart } from '#shared/domain/calendar/calendar.ts'
import { mondayOf } from '#shared/domain/calendar/monday-weeks.ts'
import { sumByWeek } from '#shared/domain/load/load-weeks.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { LoadEntryFields } from '#shared/model/load.ts'

type Input = Patch<LoadEntryFields>

/** Refuses a week that another entry has: REFUSED `week-taken` with the uid of that one. Asked after the change, within its transaction. */
function requireOnlyOne(store: Store, uid: string): void {
  const { week } = readDoc(store, loadEntryEntity as unknown as Entity, uid) as unknown as LoadEntryFields
  const other = findRow<{ uid: string }>(
    store,
    'SELECT item.uid FROM load_entry CROSS JOIN item USING (id) WHERE week = ? AND item.uid <> ? LIMIT 1',
    [week, uid],
  )
  if (other !== null) refuse('week-taken', other.uid)
}

/** Refuses a week to come: VALIDATION `day.future`. It begins as the user's weeks do. */
function requireBegun(store: Store, week: Day | undefined): void {
  if (week === undefined || week === '') return
  const { weekStartsOn } = readSettings(store)
  if (weekStart(week, 1) > mondayOf(today(store), weekStartsOn))
    throw new Failure('VALIDATION', { issues: [{ path: ['week'], message: 'day.future' }] })
}

/** Looks at a week; throws REFUSED `week-taken` where that was done already. */
export function createLoadEntry(store: Store, { uid, fields }: { uid?: string | undefined; fields: Input }) {
  return create(store, {
    entity: loadEntryEntity,
    label: 'loadEntry.create',
    uid,
    asked: askedFields(loadEntryEntity, fields),
    insert: (w) => {
      requireBegun(store, fields.week)
      const made = w.insert(loadEntryEntity, fields, uid)
      requireOnlyOne(store, made)
      return made
    },
    repeat: (w, same, patch) => {
      w.update(loadEntryEntity, same, patch)
      requireOnlyOne(store, same)
    },
  })
}

/** Changes an entry; throws REFUSED `week-taken`, CONFLICT. */
export function updateLoadEntry(store: Store, input: { uid: string; patch: Input; base?: Input | undefined }) {
  const { uid, patch, base } = input
  const { batchId } = write(store, 'loadEntry.update', (w) => {
    requireBegun(store, patch.week)
    w.update(loadEntryEntity, uid, patch, base)
    requireOnlyOne(store, uid)
  })
  return { uid, batchId }
}

/** Changes several alike; a week cannot be given to several. */
export function updateLoadEntries(store: Store, change: BulkChange<Input>) {
  const { week } = change.patch
  if (week !== undefined && change.uids.length > 1) refuse('week-taken')
  return week === undefined
    ? updateItems(store, loadEntryEntity, change)
    : { ...updateLoadEntry(store, { uid: change.uids[0] ?? '', patch: change.patch }), count: 1 }
}

/** Hours of the journal by week, until today. */
export function readWeekHours(store: Store, { weekStartsOn }: { weekStartsOn: WeekStart }): WeekHours {
  const first = findRow<{ day: Day | null }>(store, 'SELECT min(day) AS day FROM activity', [])
  const firstDay = first?.day ?? null
  const days = firstDay === null ? [] : dayTotals(store, { start: firstDay, end: today(store) })
  return { firstDay, weeks: sumByWeek(days, weekStartsOn) }
}
