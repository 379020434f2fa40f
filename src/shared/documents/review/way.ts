import { type Block, markdownOf, section } from '#shared/documents/block.ts'
import { milestoneOutcome } from '#shared/domain/reviews/review-figures.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import type { DatedFacts, FactsSection, ReviewPen } from './review.ts'

type Milestone = ReviewFacts['milestones'][number]

function gatesPassed({ gatesPassed: gates }: ReviewFacts, { figures, text, t }: ReviewPen): Block[] {
  if (gates.length === 0) return []
  const items = gates.map(({ stage, day, note }) => {
    const below = markdownOf(note)
    const line = t('way.gatePassed', { stage: text(stage), day: figures.day(day) })
    return { text: line, strong: true, ...(below ? { note: below } : {}) }
  })
  return [
    { kind: 'heading', text: t('way.gatesPassed') },
    { kind: 'list', look: 'bullets', items },
  ]
}

function outcomeWords(milestone: Milestone, asOf: string, { t }: ReviewPen): string {
  const outcome = milestoneOutcome(milestone, asOf)
  if (outcome.kind === 'late' || outcome.kind === 'early') return t(`way.${outcome.kind}`, { count: outcome.days })
  return t(`way.${outcome.kind}`)
}

function milestones({ facts, asOf }: DatedFacts, pen: ReviewPen): Block[] {
  if (facts.milestones.length === 0) return []
  const { figures, text, t } = pen
  const kinds = facts.milestones.map((milestone) => milestoneOutcome(milestone, asOf).kind)
  const missed = kinds.filter((kind) => kind === 'missed').length
  const total = kinds.filter((kind) => kind !== 'ahead').length
  const rows = facts.milestones.map((milestone) => {
    const { title, stage, plannedDay, doneDay } = milestone
    const outcome = outcomeWords(milestone, asOf, pen)
    return [
      { name: text(title), more: text(stage) },
      figures.day(plannedDay),
      doneDay === null ? outcome : { name: figures.day(doneDay), more: outcome },
    ]
  })
  return [
    { kind: 'heading', text: t('way.milestones') },
    ...(total > 0 ? [{ kind: 'text' as const, text: t('way.finding', { done: total - missed, total, missed }) }] : []),
    {
      kind: 'table',
      label: t('way.milestones'),
      columns: [
        { title: t('way.milestone') },
        { title: t('way.planned'), number: true },
        { title: t('way.done'), number: true },
      ],
      groups: [{ title: null, rows }],
    },
  ]
}

function gaps({ plan }: ReviewFacts, { requirement, t }: ReviewPen): Block[] {
  if (plan === null || plan.gaps.length === 0) return []
  const items = plan.gaps.map((gap) => {
    const { title, state } = requirement(gap)
    return { text: title, quiet: state }
  })
  return [
    { kind: 'heading', text: t('way.gaps') },
    { kind: 'list', look: 'bullets', items },
  ]
}

/** Gates passed, milestones planned and done or missed, and the open requirements of the present gate. */
export const way: FactsSection = (review, pen) =>
  section(pen.t('way.title'), [
    ...gatesPassed(review.facts, pen),
    ...milestones(review, pen),
    ...gaps(review.facts, pen),
  ])
