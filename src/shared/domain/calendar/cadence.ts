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
  /** The rhythm has run out, by less than one more turn of it. */
  | { state: 'due'; daysSince: number; daysLate: number }
  /** A whole turn was missed. */
  | { state: 'cold'; daysSince: number; daysLate: number }

/**
 * The state of a tie on a day, counted from the last real interaction.
 *
 * On the day when the wanted number of days has passed the tie is still warm with 0 days left; it is *due* from the day
 * after, and *cold* once twice that number has passed.
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
  const daysLeft = cadenceDays - daysSince
  if (daysLeft >= 0) return { state: 'warm', daysSince, daysLeft }
  return { state: daysSince > 2 * cadenceDays ? 'cold' : 'due', daysSince, daysLate: -daysLeft }
}
