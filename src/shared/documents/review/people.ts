import { section } from '#shared/documents/block.ts'
import { type FactsSection, timeCell } from './review.ts'

/** The people that the activities of the period were about. */
export const people: FactsSection = ({ facts }, pen) => {
  if (facts.people.length === 0) return []
  const { t } = pen
  const rows = facts.people.map(({ name, role, minutes, activities }) => [
    { name },
    pen.word(`personRole.${role}`),
    pen.figures.number(activities, 0),
    timeCell(minutes, pen),
  ])
  return section(t('people.title'), [
    {
      kind: 'table',
      label: t('people.title'),
      columns: [
        { title: t('people.person') },
        { title: t('people.role') },
        { title: t('people.times'), number: true },
        { title: t('people.time'), number: true },
      ],
      groups: [{ title: null, rows }],
    },
  ])
}
