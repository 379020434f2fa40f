import type { Day } from '#shared/model/common.ts'
import type { LoadEntryFields } from '#shared/model/load.ts'
import type { WeekStart } from '../calendar/calendar.ts'
import { addWeeks, firstFullWeek, weeksBetween } from '../calendar/monday-weeks.ts'
import type { WeekTotal } from './load-weeks.ts'

/** Weeks needed on each side of the first week with freed time. */
export const FREED_ENOUGH = 4

/** Weeks before it that are included at most. */
const REACH = 26

/** Journal hours of some weeks, both ends included. */
export interface Side {
  first: Day
  last: Day
  weeks: number
  /** Mean per week. */
  minutes: number
}

/** What the time freed by delegation was used for. */
type FreedFinding =
  | { kind: 'none' }
  /** Too few weeks on one side. */
  | { kind: 'early'; since: Day; before: number; after: number }
  /** `freedMinutes`: mean over the weeks since then that state it. */
  | { kind: 'found'; since: Day; freedMinutes: number; before: Side; after: Side }

interface Journal {
  firstDay: Day | null
  weeks: readonly WeekTotal[]
}

type Freed = Pick<LoadEntryFields, 'week' | 'freedMinutes'>

function sideOf(weeks: readonly Day[], minutesOf: ReadonlyMap<Day, number>): Side {
  const sum = weeks.reduce((total, week) => total + (minutesOf.get(week) ?? 0), 0)
  return { first: weeks[0] ?? '', last: weeks.at(-1) ?? '', weeks: weeks.length, minutes: sum / weeks.length }
}

/**
 * Compares the journal hours before and since the first week with freed time. Weeks that the journal does not fully
 * cover do not count, nor does the present week, which is not over; weeks without entries count as zero.
 */
export function freedTime(
  entries: readonly Freed[],
  { firstDay, weeks }: Journal,
  { present, weekStartsOn }: { present: Day; weekStartsOn: WeekStart },
): FreedFinding {
  const said = entries.filter(({ freedMinutes }) => freedMinutes !== null)
  const since = said.reduce<Day | null>(
    (first, { week, freedMinutes }) => (freedMinutes !== 0 && (first === null || week < first) ? week : first),
    null,
  )
  if (since === null) return { kind: 'none' }
  const journalFrom = firstDay === null ? present : firstFullWeek(firstDay, weekStartsOn)
  const reach = addWeeks(since, -REACH)
  const before = weeksBetween(journalFrom > reach ? journalFrom : reach, since).slice(0, -1)
  const after = weeksBetween(since > journalFrom ? since : journalFrom, addWeeks(present, -1))
  if (before.length < FREED_ENOUGH || after.length < FREED_ENOUGH)
    return { kind: 'early', since, before: before.length, after: after.length }
  const minutesOf = new Map(weeks.map(({ week, minutes }) => [week, minutes]))
  const later = said.filter(({ week }) => week >= since)
  const freed = later.reduce((sum, { freedMinutes }) => sum + (freedMinutes ?? 0), 0)
  return {
    kind: 'found',
    since,
    freedMinutes: freed / later.length,
    before: sideOf(before, minutesOf),
    after: sideOf(after, minutesOf),
  }
}
