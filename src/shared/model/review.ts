import { z } from 'zod'
import { RoleSide } from './achievement.ts'
import { Day, Instant, Level, LocalText, Notes, Uid } from './common.ts'
import { RequirementStatus } from './gate.ts'
import { envelopeShape, refsShape } from './item.ts'
import {
  ActivityKind,
  Area,
  Audience,
  CertificationStatus,
  Direction,
  LearningKind,
  LearningStatus,
  ObstacleStatus,
  PersonRole,
  ProjectKind,
  ProjectStatus,
  Scope,
  Verdict,
} from './vocabulary.ts'

const Total = z.int().min(0)

/** Sums over the journal; `activeDays` and `activeWeeks` (ISO weeks) count those with at least one activity. */
const PeriodTotals = z.strictObject({ minutes: Total, activities: Total, activeDays: Total, activeWeeks: Total })

/** Everything the app gathered about one period, ready to be read: texts keep both languages where they have them. */
export const ReviewFacts = z.strictObject({
  periodStart: Day,
  periodEnd: Day,
  plan: z
    .strictObject({
      fromRole: LocalText,
      toRole: LocalText,
      vision: z.string(),
      stage: LocalText.nullable(),
      /** Readiness 0-1 of the present stage's gate on the day of gathering, null = nothing to measure. */
      readiness: z.number().min(0).max(1).nullable(),
      /** Requirements of that gate that are not met yet, the heaviest first. */
      gaps: z.array(RequirementStatus),
    })
    .nullable(),
  /** Focus set by the signed review before, to hold against what was done. */
  previousFocus: z.array(LocalText),
  totals: PeriodTotals,
  /** The same figures of the period of equal length before, to compare with. */
  before: PeriodTotals,
  /** Most time first. */
  byKind: z.array(z.strictObject({ kind: ActivityKind.nullable(), minutes: Total, activities: Total })),
  /** Every month the period touches; only days inside the period count. */
  byMonth: z.array(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), minutes: Total })),
  /** Every ISO week (`2026-W53`) the period touches; only days inside the period count. */
  byWeek: z.array(z.strictObject({ week: z.string().regex(/^\d{4}-W\d{2}$/), minutes: Total })),
  /** An activity about two skills counts for both. */
  bySkill: z.array(z.strictObject({ skill: LocalText, minutes: Total, activities: Total })),
  gatesPassed: z.array(z.strictObject({ stage: LocalText, day: Day, note: z.string() })),
  /** Planned or done within the period; `doneDay` is null when it was not done by its end. */
  milestones: z.array(z.strictObject({ title: LocalText, stage: LocalText, plannedDay: Day, doneDay: Day.nullable() })),
  /** Skills rated within the period. */
  skills: z.array(
    z.strictObject({
      title: LocalText,
      area: Area,
      /** Level before the period, else the first of several ratings in it; null = there is only one. */
      from: Level.nullable(),
      to: Level,
      target: Level.nullable(),
      day: Day,
      note: z.string(),
      evidence: z.array(LocalText),
    }),
  ),
  /** Skills the present stage has a target for that were not rated within the period. */
  skillsNotRated: z.array(
    z.strictObject({ title: LocalText, area: Area, level: Level.nullable(), target: Level, day: Day.nullable() }),
  ),
  /** Ended within the period, or worked on in it; `status` as it was at the end of the period. */
  learning: z.array(
    z.strictObject({
      title: z.string(),
      kind: LearningKind,
      provider: z.string(),
      status: LearningStatus,
      endDay: Day.nullable(),
      minutes: Total,
    }),
  ),
  /** Earned, failed or expired within the period, and those under way; `day` is that of issue, exam or expiry. */
  certifications: z.array(
    z.strictObject({ title: z.string(), issuer: z.string(), status: CertificationStatus, day: Day.nullable() }),
  ),
  /** Started, ended or worked on within the period. */
  projects: z.array(
    z.strictObject({
      title: z.string(),
      kind: ProjectKind,
      status: ProjectStatus,
      responsibility: z.string(),
      minutes: Total,
    }),
  ),
  achievements: z.array(
    z.strictObject({
      title: z.string(),
      day: Day,
      situation: z.string(),
      task: z.string(),
      action: z.string(),
      result: z.string(),
      audience: z.array(Audience),
      scope: Scope,
      peopleLed: z.number().nullable(),
      metricName: z.string(),
      metricBaseline: z.number().nullable(),
      metricResult: z.number().nullable(),
      metricUnit: z.string(),
      myShare: z.number().nullable(),
      roleShift: z.strictObject({
        focus: RoleSide.nullable(),
        scale: RoleSide.nullable(),
        metrics: RoleSide.nullable(),
        stakeholders: RoleSide.nullable(),
      }),
    }),
  ),
  /** Metrics with a value within the period: the last one of it, and the one it started from, as with skills. */
  metrics: z.array(
    z.strictObject({
      title: LocalText,
      unit: LocalText,
      direction: Direction,
      from: z.number().nullable(),
      to: z.number(),
      day: Day,
    }),
  ),
  obstacles: z.array(z.strictObject({ title: LocalText, status: ObstacleStatus })),
  experiments: z.array(
    z.strictObject({ title: LocalText, obstacle: LocalText, verdict: Verdict, day: Day, lesson: z.string() }),
  ),
  /** People the activities of the period were about, most activities first. */
  people: z.array(z.strictObject({ name: z.string(), role: PersonRole, minutes: Total, activities: Total })),
})
export type ReviewFacts = z.infer<typeof ReviewFacts>

/** One answered prompt; the prompt's words are kept so that a later template cannot change a signed review. */
export const ReviewAnswer = z.strictObject({ key: z.string(), prompt: LocalText, answer: Notes })
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

/** What signing freezes: never changed by later edits of the data. */
export const ReviewSnapshot = z.strictObject({
  version: z.literal(1),
  facts: ReviewFacts,
  answers: z.array(ReviewAnswer),
  focus: z.array(LocalText),
  signedDay: Day,
})
export type ReviewSnapshot = z.infer<typeof ReviewSnapshot>

/** Up to 500 characters; both languages as long as it is the drafted text. */
const FocusLine = LocalText.refine(
  (text) => (typeof text === 'string' ? [text] : [text.ru, text.en]).every((part) => part.length <= 500),
  { message: 'line.tooLong' },
)

export const reviewShape = {
  periodStart: Day,
  periodEnd: Day,
  status: z.enum(['draft', 'signed']),
  /** 1 for the first review of a period; a correction is a new revision that names the one it replaces. */
  revision: z.int().min(1).max(1000),
  replacesUid: Uid.nullable(),
  answers: z.array(ReviewAnswer).max(50),
  /** Focus of the next year, one line each. */
  focus: z.array(FocusLine).max(20),
  signedAt: Instant.nullable(),
  snapshot: ReviewSnapshot.nullable(),
}

/** Years a period may touch, so that it and the one of equal length before it lie within the calendar of `Day`. */
const PERIOD_YEARS = { most: 30, first: 1940, last: 2190 }

/** What is wrong with a period, null = nothing. */
export function periodIssue(start: Day, end: Day): { path: ['periodStart' | 'periodEnd']; message: string } | null {
  if (end < start) return { path: ['periodEnd'], message: 'day.endBeforeStart' }
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))]
  if (last > PERIOD_YEARS.last) return { path: ['periodEnd'], message: 'period.invalid' }
  const isKnown = first >= PERIOD_YEARS.first && last - first <= PERIOD_YEARS.most
  return isKnown ? null : { path: ['periodStart'], message: 'period.invalid' }
}

export const ReviewFields = z.strictObject(reviewShape).superRefine((item, ctx) => {
  const issue = periodIssue(item.periodStart, item.periodEnd)
  if (issue !== null) ctx.addIssue({ code: 'custom', ...issue })
})
export type ReviewFields = z.infer<typeof ReviewFields>
export const Review = z.strictObject({ ...reviewShape, ...envelopeShape, ...refsShape })
export type Review = z.infer<typeof Review>
export const emptyReview: ReviewFields = {
  periodStart: '',
  periodEnd: '',
  status: 'draft',
  revision: 1,
  replacesUid: null,
  answers: [],
  focus: [],
  signedAt: null,
  snapshot: null,
}
