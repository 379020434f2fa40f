import { z } from 'zod'
import { Day, Instant, Level, LocalText, Notes, Uid } from './common.ts'
import { envelopeShape, refsShape, requireOrder } from './item.ts'
import {
  ActivityKind,
  Area,
  CertificationStatus,
  LearningKind,
  ProjectKind,
  ProjectStatus,
  Scope,
  Verdict,
} from './vocabulary.ts'

const Total = z.int().min(0)

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
    })
    .nullable(),
  totals: z.strictObject({ minutes: Total, activities: Total, activeDays: Total }),
  /** The same figures of the period of equal length before, to compare with. */
  before: z.strictObject({ minutes: Total, activities: Total, activeDays: Total }),
  byKind: z.array(z.strictObject({ kind: ActivityKind.nullable(), minutes: Total, activities: Total })),
  byMonth: z.array(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), minutes: Total })),
  bySkill: z.array(z.strictObject({ skill: LocalText, minutes: Total })),
  gatesPassed: z.array(z.strictObject({ stage: LocalText, day: Day, note: z.string() })),
  milestones: z.array(z.strictObject({ title: LocalText, stage: LocalText, plannedDay: Day, doneDay: Day.nullable() })),
  skills: z.array(
    z.strictObject({
      title: LocalText,
      area: Area,
      from: Level.nullable(),
      to: Level,
      target: Level.nullable(),
      day: Day,
      note: z.string(),
      evidence: z.array(LocalText),
    }),
  ),
  learning: z.array(
    z.strictObject({ title: z.string(), kind: LearningKind, provider: z.string(), endDay: Day.nullable() }),
  ),
  certifications: z.array(
    z.strictObject({ title: z.string(), issuer: z.string(), status: CertificationStatus, day: Day.nullable() }),
  ),
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
      scope: Scope,
      peopleLed: z.number().nullable(),
      metricName: z.string(),
      metricBaseline: z.number().nullable(),
      metricResult: z.number().nullable(),
      metricUnit: z.string(),
      myShare: z.number().nullable(),
    }),
  ),
  experiments: z.array(
    z.strictObject({ title: LocalText, obstacle: LocalText, verdict: Verdict, day: Day, lesson: z.string() }),
  ),
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
  focus: z.array(z.string()),
  signedDay: Day,
})
export type ReviewSnapshot = z.infer<typeof ReviewSnapshot>

export const reviewShape = {
  periodStart: Day,
  periodEnd: Day,
  status: z.enum(['draft', 'signed']),
  /** 1 for the first review of a period; a correction is a new revision that names the one it replaces. */
  revision: z.int().min(1).max(1000),
  replacesUid: Uid.nullable(),
  answers: z.array(ReviewAnswer).max(50),
  /** Focus of the next year, one line each. */
  focus: z.array(z.string().max(500)).max(20),
  signedAt: Instant.nullable(),
  snapshot: ReviewSnapshot.nullable(),
}
export const ReviewFields = z
  .strictObject(reviewShape)
  .superRefine((item, ctx) => requireOrder(ctx, item.periodStart, item.periodEnd, 'periodEnd', 'day.endBeforeStart'))
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
