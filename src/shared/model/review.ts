import { z } from 'zod'
import { Day, Instant, Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { Answers, Focus, StoredSnapshot } from './review-snapshot.ts'
import type { Upgrade } from './shape.ts'

export const reviewShape = {
  periodStart: Day,
  periodEnd: Day,
  status: z.enum(['draft', 'signed']),
  /** 1 for the first review of a period; a correction is a new revision that refers to the one it replaces. */
  revision: z.int().min(1).max(1000),
  replacesUid: Uid.nullable(),
  answers: Answers,
  focus: Focus,
  signedAt: Instant.nullable(),
  /** The signed snapshot, in the version it was signed with. */
  snapshot: StoredSnapshot.nullable(),
}

/** Allowed years of a period, so that it and the previous period of equal length are within the calendar of `Day`. */
const PERIOD_YEARS = { most: 30, first: 1940, last: 2190 }

/** The problem of a period, null = none. */
export function periodIssue(start: Day, end: Day): { path: ['periodStart' | 'periodEnd']; message: string } | null {
  if (end < start) return { path: ['periodEnd'], message: 'day.endBeforeStart' }
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))]
  if (last > PERIOD_YEARS.last) return { path: ['periodEnd'], message: 'period.invalid' }
  const isKnown = first >= PERIOD_YEARS.first && last - first <= PERIOD_YEARS.most
  return isKnown ? null : { path: ['periodStart'], message: 'period.invalid' }
}

/** Characters of a review as JSON: a frozen review must stay readable, also from an archive. */
export const REVIEW_LIMIT = 4_000_000

export const ReviewFields = z.strictObject(reviewShape).superRefine((item, ctx) => {
  const issue = periodIssue(item.periodStart, item.periodEnd)
  if (issue !== null) ctx.addIssue({ code: 'custom', ...issue })
  if (JSON.stringify(item).length > REVIEW_LIMIT)
    ctx.addIssue({ code: 'custom', path: ['answers'], message: 'review.tooLong' })
})
export type ReviewFields = z.infer<typeof ReviewFields>
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

/** One entry per version of the snapshot. Stored snapshots stay as they were signed. */
export const reviewUpgrades: readonly Upgrade[] = [(doc) => doc, (doc) => doc, (doc) => doc]

export const reviewModel = declareModel({
  type: 'review',
  shape: reviewShape,
  fields: ReviewFields,
  empty: emptyReview,
  upgrades: reviewUpgrades,
})
