import { type Day, inLanguage, type Language, type LocalText } from '#shared/model/common.ts'
import type { ReviewAnswer, ReviewFacts } from '#shared/model/review.ts'
import { escapeMarkdown, markdownTable, nestMarkdown } from './markdown-text.ts'
import { requirementText } from './requirement-text.ts'
import { createPen, type Pen, type ReviewTexts } from './review-pen.ts'
import { factSections } from './review-sections.ts'

/** A review as it is shown: frozen, or a draft with the facts of the moment (`signedDay` null). */
export interface ShownReview {
  revision: number
  signedDay: Day | null
  facts: ReviewFacts
  answers: readonly ReviewAnswer[]
  focus: readonly LocalText[]
}

/** Title of a review in a language. */
export function reviewTitle(
  { periodStart, periodEnd }: Pick<ReviewFacts, 'periodStart' | 'periodEnd'>,
  texts: ReviewTexts,
  language: Language,
): string {
  const { t, figures } = createPen(texts, language)
  return t('title', { start: figures.day(periodStart), end: figures.day(periodEnd) })
}

function head(review: ShownReview, pen: Pen): string[] {
  const { t, figures, plain } = pen
  const { plan } = review.facts
  const state = () => {
    if (review.signedDay === null) return t('draft')
    const values = { day: figures.day(review.signedDay), revision: review.revision }
    return t(review.revision === 1 ? 'signed' : 'signedRevision', values)
  }
  const blocks = [`# ${escapeMarkdown(reviewTitle(review.facts, pen.texts, pen.language))}`, `*${state()}*`]
  if (plan === null) return blocks
  blocks.push(`**${t('direction', { from: plain(plan.fromRole), to: plain(plan.toRole) })}**`)
  if (plan.vision.trim() !== '') blocks.push(nestMarkdown(plan.vision, 1).replace(/^/gm, '> '))
  const stage = plan.stage === null ? t('planComplete') : t('stage', { stage: plain(plan.stage) })
  const readiness = plan.readiness === null ? [] : [t('readiness', { percent: figures.percent(plan.readiness) })]
  return [...blocks, [stage, ...readiness].join(' ')]
}

function reflection({ answers }: ShownReview, { t, plain, language }: Pen): string[] {
  const given = answers.filter(({ answer }) => answer.trim() !== '')
  if (given.length === 0) return []
  return [
    `## ${t('reflection')}`,
    ...given.flatMap(({ prompt, answer }) => [`### ${plain(inLanguage(prompt, language))}`, nestMarkdown(answer, 3)]),
  ]
}

const numbered = (lines: readonly LocalText[], { plain }: Pen) =>
  lines.map((line, index) => `${index + 1}. ${plain(line)}`).join('\n')

function future(review: ShownReview, pen: Pen): string[] {
  const { t, figures, plain } = pen
  const gaps = review.facts.plan?.gaps ?? []
  const focus = review.focus.filter((line) => inLanguage(line, pen.language).trim() !== '')
  const rows = gaps.map((gap) => {
    const { title, state } = requirementText(gap, pen.texts, pen.language)
    return [plain(title), plain(state), figures.percent(gap.value), figures.number(gap.weight)]
  })
  const gapTable = markdownTable([t('requirement'), t('now'), t('share'), t('weight')], rows, [2, 3])
  return [
    `## ${t('nextFocus')}`,
    focus.length === 0 ? `*${t('noFocus')}*` : numbered(focus, pen),
    ...(gaps.length === 0 ? [] : [`### ${t('gaps')}`, gapTable]),
  ]
}

/**
 * A review as Markdown in one language. Pure: a frozen review gives the same document for ever, in either language.
 * Titles are escaped; notes are the person's own Markdown, kept within their section.
 */
export function renderReviewMarkdown(review: ShownReview, texts: ReviewTexts, language: Language): string {
  const pen = createPen(texts, language)
  const previous = review.facts.previousFocus
  const looking = previous.length === 0 ? [] : [`## ${pen.t('previousFocus')}`, numbered(previous, pen)]
  const blocks = [
    ...head(review, pen),
    ...looking,
    ...factSections(review.facts, pen),
    ...reflection(review, pen),
    ...future(review, pen),
  ]
  return `${blocks.join('\n\n')}\n`
}
