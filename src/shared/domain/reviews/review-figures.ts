import type { Day } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { differenceInDays } from '../calendar/calendar.ts'

/** The relative change of a figure against the previous period; null if that was zero. */
export function changeAgainst(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before
}

/**
 * The busiest month, null if no month has minutes, and how many months that had begun by `asOf` (the day of gathering)
 * have none.
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

/** How many skills rose and fell in a period; a first assessment is neither. */
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

/** The outcome of a milestone; `days` counts from the planned day and is positive. */
export type MilestoneOutcome =
  | { kind: 'onTime' }
  | { kind: 'early'; days: number }
  | { kind: 'late'; days: number }
  | { kind: 'missed' }
  | { kind: 'ahead' }

/** A milestone planned after `asOf` (the day of gathering) is upcoming, not missed. */
export function milestoneOutcome(
  { plannedDay, doneDay }: Pick<ReviewFacts['milestones'][number], 'plannedDay' | 'doneDay'>,
  asOf: Day,
): MilestoneOutcome {
  if (doneDay === null) return { kind: plannedDay > asOf ? 'ahead' : 'missed' }
  const days = differenceInDays(doneDay, plannedDay)
  if (days === 0) return { kind: 'onTime' }
  return days > 0 ? { kind: 'late', days } : { kind: 'early', days: -days }
}

/** The number of answers on the four criteria in the achievements, and how many of them show the to-role. */
export function roleShiftMarks(achievements: readonly Pick<ReviewFacts['achievements'][number], 'roleShift'>[]): {
  to: number
  total: number
} {
  const marks = achievements.flatMap(({ roleShift }) => Object.values(roleShift)).filter((side) => side !== null)
  return { to: marks.filter((side) => side === 'to').length, total: marks.length }
}
