import type { Day } from '#shared/model/common.ts'
import type { PersonFields } from '#shared/model/person.ts'
import { differenceInDays } from './calendar.ts'

/** How warm the tie with a person is. All day counts are whole days. */
export type ContactState =
  /** No rhythm is wanted; `daysSince` is null where there was no interaction yet. */
  | { state: 'noRhythm'; daysSince: number | null }
  /** A rhythm is wanted and there was no interaction yet. */
  | { state: 'never' }
  | { state: 'warm'; daysSince: number; daysLeft: number }
  /** The rhythm has run out, 0 = today, by less than one more turn of it. */
  | { state: 'due'; daysSince: number; daysLate: number }
  /** A whole turn was missed. */
  | { state: 'cold'; daysSince: number; daysLate: number }

/**
 * The state of a tie on a day, counted from the last real interaction.
 *
 * A rhythm of n days has run out when the last interaction is n days ago, as in `dueItems`; the tie is *cold* once it is
 * 2n days ago.
 *
 * @param lastDay day of the newest journal line about the person, null = there is none
 */
export function contactState(
  { cadenceDays }: Pick<PersonFields, 'cadenceDays'>,
  lastDay: Day | null,
  today: Day,
): ContactState {
  const daysSince = lastDay === null ? null : differenceInDays(today, lastDay)
  if (cadenceDays === null) return { state: 'noRhythm', daysSince }
  if (daysSince === null) return { state: 'never' }
  if (daysSince < cadenceDays) return { state: 'warm', daysSince, daysLeft: cadenceDays - daysSince }
  return { state: daysSince < 2 * cadenceDays ? 'due' : 'cold', daysSince, daysLate: daysSince - cadenceDays }
}
