import { type Block, type Cell, type Column, section } from '#shared/documents/block.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { type FactsSection, type ReviewPen, timeCell } from './review.ts'

function titledTable(title: string, columns: Column[], rows: Cell[][]): Block[] {
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: title },
    { kind: 'table', label: title, columns, groups: [{ title: null, rows }] },
  ]
}

/** A name with details below it. */
const named = (name: string, more: string): Cell => (more === '' ? { name } : { name, more })

function learning({ learning: items }: ReviewFacts, pen: ReviewPen): Block[] {
  const { figures, t, word } = pen
  return titledTable(
    t('learning.learning'),
    [{ title: t('learning.name') }, { title: t('learning.status') }, { title: t('learning.time'), number: true }],
    items.map(({ title, kind, provider, status, endDay, minutes }) => [
      named(title, [word(`learningKind.${kind}`), provider].filter(Boolean).join(', ')),
      named(word(`learningStatus.${status}`), endDay === null ? '' : figures.day(endDay)),
      timeCell(minutes, pen),
    ]),
  )
}

function certifications({ certifications: items }: ReviewFacts, { figures, t, word }: ReviewPen): Block[] {
  return titledTable(
    t('learning.certifications'),
    [{ title: t('learning.name') }, { title: t('learning.status') }, { title: t('learning.day'), number: true }],
    items.map(({ title, issuer, status, renewed, day }) => [
      named(title, issuer),
      renewed ? word('certificationRenewed') : word(`certificationStatus.${status}`),
      day === null ? null : figures.day(day),
    ]),
  )
}

function projects({ projects: items }: ReviewFacts, pen: ReviewPen): Block[] {
  const { t, word } = pen
  return titledTable(
    t('learning.projects'),
    [{ title: t('learning.name') }, { title: t('learning.status') }, { title: t('learning.time'), number: true }],
    items.map(({ title, kind, status, responsibility, minutes }) => [
      named(title, [word(`projectKind.${kind}`), responsibility].filter(Boolean).join(': ')),
      word(`projectStatus.${status}`),
      timeCell(minutes, pen),
    ]),
  )
}

/** What was learned, certified (or failed) and built. */
export const growth: FactsSection = ({ facts }, pen) =>
  section(pen.t('learning.title'), [...learning(facts, pen), ...certifications(facts, pen), ...projects(facts, pen)])
