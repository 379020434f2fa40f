import type { Block, Sheet } from '#shared/documents/block.ts'
import type { Language } from '#shared/model/common.ts'
import { achievements } from './achievements.ts'
import { closing } from './closing.ts'
import { glance } from './glance.ts'
import { growth } from './growth.ts'
import { head } from './head.ts'
import { metrics } from './metrics.ts'
import { obstacles } from './obstacles.ts'
import { people } from './people.ts'
import { previousFocus } from './previous-focus.ts'
import { reflection } from './reflection.ts'
import {
  createReviewPen,
  type DatedFacts,
  type FactsSection,
  type ReviewPen,
  type ReviewSection,
  reviewTitle,
  type ShownReview,
} from './review.ts'
import { skills } from './skills.ts'
import { time } from './time.ts'
import { way } from './way.ts'

/** The parts of a review in order. */
const REVIEW: readonly ReviewSection[] = [
  head,
  glance,
  previousFocus,
  achievements,
  way,
  skills,
  growth,
  metrics,
  obstacles,
  time,
  people,
  reflection,
  closing,
]

/** The sections of facts in each step of the guide. */
const STEPS = {
  facts: [glance, previousFocus, time, way, growth, people],
  impact: [achievements, metrics, obstacles],
} satisfies Record<string, readonly FactsSection[]>

/** A review as a document in one language. Pure: a frozen review always gives the same document in a language. */
export function buildReview(review: ShownReview, language: Language): Sheet {
  const pen = createReviewPen(language)
  const { title, period } = reviewTitle(review.facts, pen)
  return { language, foot: `${title}, ${period}`, blocks: REVIEW.flatMap((section) => section(review, pen)) }
}

/** A step of the guide that shows facts. */
export type GuideStepName = keyof typeof STEPS

/** The facts shown in a step of the guide. */
export function buildStep(step: GuideStepName, facts: DatedFacts, pen: ReviewPen): Block[] {
  return STEPS[step].flatMap((section) => section(facts, pen))
}
