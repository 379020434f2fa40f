import { dayTotals } from '#main/features/journal/journal-totals-store.ts'
import { readSettings } from '#main/features/workspace/settings-store.ts'
import { type BulkChange, updateItems } from '#main/store/engine/bulk.ts'
import { askedFields, create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { getItem } from '#main/store/engine/items.ts'
import { findRow } from '#main/store/engine/statements.ts'
import { write } from '#main/store/engine/writer.ts'
import type { Patch } from '#main/store/entities/entity.ts'
import { loadEntryEntity } from '#main/store/entities/load.ts'
import type { WeekHours } from '#shared/contract/load.ts'
import type { WeekStart } from '#shared/domain/calendar/calendar.ts'
import { mondayOf } from '#shared/domain/calendar/monday-weeks.ts'
import { sumByWeek } from '#shared/domain/load/load-weeks.ts'
import { type Day, isCalendarDay } from '#shared/model/common.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { LoadEntryFields } from '#shared/model/load.ts'

type Input = Patch<LoadEntryFields>

/**
 * A week is stored as its Monday, whichever of its days was given. The user's calendar decides which week a day belongs
 * to.
 */
function inWeek(store: Store, fields: Input): Input {
  const { week } = fields
  if (week === undefined || !isCalendarDay(week)) return fields
  return { ...fields, week: mondayOf(week, readSettings(store).weekStartsOn) }
}

/**
 * Refuses a week that an entry may not have: VALIDATION `day.future` for a future week, REFUSED `week-taken` with the
 * uid of the entry that has it. Called after a change, within its transaction; does nothing when the change does not
 * set the week.
 */
function requireFree(store: Store, uid: string, change: Input): void {
  if (change.week === undefined) return
  const { week } = getItem(store, loadEntryEntity, uid)
  if (week > mondayOf(today(store), readSettings(store).weekStartsOn))
    throw new Failure('VALIDATION', { issues: [{ path: ['week'], message: 'day.future' }] })
  const other = findRow<{ uid: string }>(
    store,
    'SELECT item.uid FROM load_entry CROSS JOIN item USING (id) WHERE week = ? AND item.uid <> ? LIMIT 1',
    [week, uid],
  )
  if (other !== null) refuse('week-taken', other.uid)
}

/** Adds the load entry of a week; throws REFUSED `week-taken` when the week has one. */
export function createLoadEntry(store: Store, { uid, fields }: { uid?: string | undefined; fields: Input }) {
  const given = inWeek(store, fields)
  return create(store, {
    entity: loadEntryEntity,
    label: 'loadEntry.create',
    uid,
    asked: askedFields(loadEntryEntity, given),
    insert: (w) => {
      const made = w.insert(loadEntryEntity, given, uid)
      requireFree(store, made, given)
      return made
    },
    repeat: (w, same, patch) => {
      w.update(loadEntryEntity, same, patch)
      requireFree(store, same, patch)
    },
  })
}

/** Changes an entry; throws REFUSED `week-taken`, CONFLICT. */
export function updateLoadEntry(store: Store, input: { uid: string; patch: Input; base?: Input | undefined }) {
  const { uid, base } = input
  const patch = inWeek(store, input.patch)
  const { batchId } = write(store, 'loadEntry.update', (w) => {
    w.update(loadEntryEntity, uid, patch, base)
    requireFree(store, uid, patch)
  })
  return { uid, batchId }
}

/** Changes several entries in the same way; they cannot all get the same week. */
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
