import type { TFunction } from 'i18next'
import type { Block } from '#shared/documents/block.ts'
import { createPen, type Pen } from '#shared/documents/pen.ts'
import { isWholeYear, periodOf } from '#shared/domain/calendar/plan-years.ts'
import { textsIn } from '#shared/locales/texts-in.ts'
import type { Day, Language, LocalText } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import type { ReviewAnswer } from '#shared/model/review-snapshot.ts'

/** A review as it is shown: frozen, or a draft with the present facts (`signedDay` null). */
export interface ShownReview {
  revision: number
  signedDay: Day | null
  /** The day on which the facts were gathered. */
  asOf: Day
  facts: ReviewFacts
  answers: readonly ReviewAnswer[]
  focus: readonly LocalText[]
}

/** The pen with the texts of the review. */
export interface ReviewPen extends Pen {
  t: TFunction<'reviews', 'document'>
}

/** The pen of one language with the texts of the review. */
export function createReviewPen(language: Language): ReviewPen {
  return { ...createPen(language), t: textsIn(language, 'reviews', 'document') }
}

/** Facts and the day they were gathered on: the input of the sections of facts. */
export type DatedFacts = Pick<ShownReview, 'facts' | 'asOf'>

/** Makes a section of facts; no blocks if there is nothing to report. */
export type FactsSection = (review: DatedFacts, pen: ReviewPen) => Block[]

/** Makes a part of the whole review. */
export type ReviewSection = (review: ShownReview, pen: ReviewPen) => Block[]

/** The title of a review by the length of its period, and the period in words. */
export function reviewTitle(
  facts: Pick<ReviewFacts, 'periodStart' | 'periodEnd'>,
  { t, figures }: ReviewPen,
): { title: string; period: string } {
  const period = periodOf(facts)
  return {
    title: t(isWholeYear(period) ? 'titleYear' : 'titlePeriod'),
    period: t('period', { start: figures.day(period.start), end: figures.day(period.end) }),
  }
}

/** Hours, or null (a dash) if no time was logged. */
export function timeCell(minutes: number, { hours }: Pen): string | null {
  return minutes === 0 ? null : hours(minutes)
}
