import { type Block, markdownOf, section } from '#shared/documents/block.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import type { FactsSection, ReviewPen } from './review.ts'

function experimentTable({ experiments }: ReviewFacts, { figures, text, t, word }: ReviewPen): Block[] {
  if (experiments.length === 0) return []
  const rows = experiments.map(({ title, obstacle, verdict, day, lesson }) => [
    { name: text(title), more: `${t('obstacles.obstacle')}: ${text(obstacle)}` },
    { name: word(`verdict.${verdict}`), more: figures.day(day) },
    markdownOf(lesson) ?? null,
  ])
  return [
    {
      kind: 'table',
      label: t('obstacles.experiments'),
      columns: [
        { title: t('obstacles.experiment') },
        { title: t('obstacles.verdict') },
        { title: t('obstacles.lesson') },
      ],
      groups: [{ title: null, rows }],
    },
  ]
}

/** Obstacles with their state, and the experiments that got a verdict. */
export const obstacles: FactsSection = ({ facts }, pen) => {
  const states = facts.obstacles.map(
    (obstacle) => `${pen.text(obstacle.title)} (${pen.word(`obstacleStatus.${obstacle.status}`).toLowerCase()})`,
  )
  return section(
    pen.t('obstacles.title'),
    experimentTable(facts, pen),
    states.length > 0 ? `${pen.t('obstacles.state')}: ${states.join('; ')}.` : '',
  )
}
