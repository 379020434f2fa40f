import type { Day } from '#shared/model/common.ts'
import type { PersonFields } from '#shared/model/person.ts'
import { differenceInDays } from './calendar.ts'

/** The state of the contact with a person. All counts are whole days. */
export type ContactState =
  /** No cadence is set; `daysSince` is null without any interaction. */
  | { state: 'noRhythm'; daysSince: number | null }
  /** A cadence is set, and there was no interaction yet. */
  | { state: 'never' }
  | { state: 'warm'; daysSince: number; daysLeft: number }
  /** The cadence has passed once, but not twice. */
  | { state: 'due'; daysSince: number; daysLate: number }
  /** The cadence has passed twice. */
  | { state: 'cold'; daysSince: number; daysLate: number }

/**
 * The state of a contact on a day, counted from the last real interaction.
 *
 * On the day when the cadence has passed, the state is still warm with 0 days left; it is *due* from the next day on,
 * and *cold* once twice the cadence has passed.
 *
 * @param lastDay day of the newest journal entry about the person, null = there is none
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
