import type { Day } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { differenceInDays } from '../calendar/calendar.ts'

/** A figure against the same one of the period before: null where there was nothing to compare with. */
export function changeAgainst(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before
}

/**
 * The busiest month, null when nothing has minutes, and how many months that have begun by `asOf` (the day of gathering)
 * stayed without any.
 */
export function monthsFinding(
  byMonth: ReviewFacts['byMonth'],
  asOf: Day,
): { best: { month: string; minutes: number } | null; quiet: number } {
  const begun = byMonth.filter(({ month }) => month <= asOf.slice(0, 7))
  const best = begun.reduce<{ month: string; minutes: number } | null>(
    (highest, month) => (month.minutes > (highest?.minutes ?? 0) ? month : highest),
    null,
  )
  return { best, quiet: begun.filter(({ minutes }) => minutes === 0).length }
}

/** How the ratings of a period moved; a first rating is neither up nor down. */
export function skillMovement(skills: readonly Pick<ReviewFacts['skills'][number], 'from' | 'to'>[]): {
  raised: number
  same: number
  lowered: number
  first: number
} {
  const count = (test: (from: number, to: number) => boolean) =>
    skills.filter(({ from, to }) => from !== null && test(from, to)).length
  return {
    raised: count((from, to) => to > from),
    same: count((from, to) => to === from),
    lowered: count((from, to) => to < from),
    first: skills.filter(({ from }) => from === null).length,
  }
}

/** What became of a milestone; `days` counts from the planned day and is positive. */
export type MilestoneOutcome =
  | { kind: 'onTime' }
  | { kind: 'early'; days: number }
  | { kind: 'late'; days: number }
  | { kind: 'missed' }
  | { kind: 'ahead' }

/** A milestone planned for later than `asOf` (the day of gathering) is ahead, not missed. */
export function milestoneOutcome(
  { plannedDay, doneDay }: Pick<ReviewFacts['milestones'][number], 'plannedDay' | 'doneDay'>,
  asOf: Day,
): MilestoneOutcome {
  if (doneDay === null) return { kind: plannedDay > asOf ? 'ahead' : 'missed' }
  const days = differenceInDays(doneDay, plannedDay)
  if (days === 0) return { kind: 'onTime' }
  return days > 0 ? { kind: 'late', days } : { kind: 'early', days: -days }
}

/** How many marks on the four criteria the achievements carry, and how many of them speak for the role that is aimed at. */
export function roleShiftMarks(achievements: readonly Pick<ReviewFacts['achievements'][number], 'roleShift'>[]): {
  to: number
  total: number
} {
  const marks = achievements.flatMap(({ roleShift }) => Object.values(roleShift)).filter((side) => side !== null)
  return { to: marks.filter((side) => side === 'to').length, total: marks.length }
}
