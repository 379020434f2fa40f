import { useMemo } from 'react'
import { DocumentSheet, EmbeddedBlocks } from '#renderer/documents/document-view.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Review } from '#shared/contract/reviews.ts'
import { createReviewPen, type ReviewPen, type ShownReview } from '#shared/documents/review/review.ts'
import { buildReview, buildStep, type GuideStepName } from '#shared/documents/review/sections.ts'
import type { Language } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'

/** The content of a signed review, from its snapshot alone; null for a draft. */
export function signedContent({ snapshot, revision }: Review): ShownReview | null {
  if (snapshot === null) return null
  const { facts, answers, focus, signedDay } = snapshot
  return { facts, answers, focus, revision, signedDay, asOf: signedDay }
}

/** The content of a draft, with the facts as of `today`. */
export function draftContent(review: Review, facts: ReviewFacts, today: string): ShownReview {
  const { answers, focus, revision } = review
  return { facts, answers, focus, revision, signedDay: null, asOf: today }
}

/** The review as one sheet, in its own language. */
export function ReviewDocument({ content, language }: { content: ShownReview; language: Language }) {
  const sheet = useMemo(() => buildReview(content, language), [content, language])
  return <DocumentSheet sheet={sheet} />
}

/** The pen that writes the review, in the language of the app. */
export function useReviewPen(): ReviewPen {
  const { language } = useFormat()
  return useMemo(() => createReviewPen(language), [language])
}

interface StepFactsProps {
  step: GuideStepName
  facts: ReviewFacts
  /** The day on which the facts were gathered. */
  asOf: string
}

/** The sections of the review that a step of the guide shows. */
export function StepFacts({ step, facts, asOf }: StepFactsProps) {
  const pen = useReviewPen()
  const blocks = useMemo(() => buildStep(step, { facts, asOf }, pen), [step, facts, asOf, pen])
  return <EmbeddedBlocks blocks={blocks} />
}
