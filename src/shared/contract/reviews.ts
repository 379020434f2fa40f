import { z } from 'zod'
import { Bilingual, Day, Instant, Language, LocalText, NewUid, Uid } from '#shared/model/common.ts'
import { refsShape } from '#shared/model/entities.ts'
import { envelopeShape } from '#shared/model/item.ts'
import { reviewShape } from '#shared/model/review.ts'
import { ReviewFacts } from '#shared/model/review-facts.ts'
import { ReviewSnapshot } from '#shared/model/review-snapshot.ts'
import { ByUid, changeShape, Nothing, procedure, Saved } from './base.ts'

/** A review as it is shown: a signed snapshot is converted to its newest shape. */
export const Review = z.strictObject({
  ...reviewShape,
  snapshot: ReviewSnapshot.nullable(),
  ...envelopeShape,
  ...refsShape,
})
export type Review = z.infer<typeof Review>

/** A review in a list, without its answers and its snapshot. */
export const ReviewLine = z.strictObject({
  ...envelopeShape,
  periodStart: Day,
  periodEnd: Day,
  status: z.enum(['draft', 'signed']),
  revision: z.int(),
  replacesUid: Uid.nullable(),
  /** The revision that replaces this one, signed or still a draft. */
  replacedByUid: Uid.nullable(),
  signedAt: Instant.nullable(),
  /** Frozen figures of a signed review. */
  totals: z.strictObject({ minutes: z.int(), activities: z.int(), activeDays: z.int() }).nullable(),
})
export type ReviewLine = z.infer<typeof ReviewLine>

/** One year of the plan, from its start day. */
export const PlanYear = z.strictObject({
  /** 1 = the first year. */
  number: z.int().min(1),
  periodStart: Day,
  periodEnd: Day,
  /** False while the year is still running. */
  ended: z.boolean(),
  /** Its newest review, null = none. */
  review: z.strictObject({ uid: Uid, status: z.enum(['draft', 'signed']), revision: z.int() }).nullable(),
})
export type PlanYear = z.infer<typeof PlanYear>

/** The fields of a draft that a person writes. */
const draftShape = {
  periodStart: reviewShape.periodStart,
  periodEnd: reviewShape.periodEnd,
  answers: reviewShape.answers,
  focus: reviewShape.focus,
}

const Period = { periodStart: Day, periodEnd: Day }

export const reviews = {
  /** Newest period first, within it the newest revision first. */
  list: procedure.input(Nothing).output(z.array(ReviewLine)),
  get: procedure.input(ByUid).output(Review),
  /** The years of the plan up to today, newest first, for which a review can be made. Empty without a plan. */
  years: procedure.input(Nothing).output(z.array(PlanYear)),
  /** The questions of the template with their hints, in the order of a draft. */
  prompts: procedure
    .input(Nothing)
    .output(z.array(z.strictObject({ key: z.string(), prompt: Bilingual, hint: Bilingual }))),
  /** The facts of a period, from the present data. */
  facts: procedure.input(z.strictObject(Period)).output(ReviewFacts),
  /**
   * A draft with the prompts of the template, and a focus proposed from the open gaps of the present gate. REFUSED
   * already-exists (detail: its uid) if the period has a draft, review-signed if it has a signed review.
   */
  createDraft: procedure.input(z.strictObject({ uid: NewUid, ...Period })).output(Saved),
  /** Saves what was written so far; answers are merged one by one. REFUSED review-signed, CONFLICT. */
  saveDraft: procedure.input(z.strictObject({ uid: Uid, ...changeShape(draftShape) })).output(Saved),
  /** Freezes facts, answers and focus. It cannot be undone; a correction is a new revision. REFUSED review-signed. */
  sign: procedure.input(ByUid).output(Saved),
  /**
   * Creates a draft that will replace a signed review. REFUSED already-exists (detail: its uid) if the review has a
   * successor.
   */
  revise: procedure.input(z.strictObject({ uid: Uid, newUid: NewUid })).output(Saved),
  /** Removes a draft. REFUSED review-signed. */
  remove: procedure.input(ByUid).output(Saved),
  /** The review as Markdown: a signed one from its snapshot, a draft from the present data. */
  markdown: procedure
    .input(z.strictObject({ uid: Uid, language: Language }))
    .output(z.strictObject({ text: z.string(), fileName: z.string(), title: LocalText })),
}
