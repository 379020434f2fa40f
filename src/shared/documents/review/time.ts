import type { Amount, Block } from '#shared/documents/block.ts'
import { section } from '#shared/documents/block.ts'
import { monthsFinding } from '#shared/domain/reviews/review-figures.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import type { FactsSection, ReviewPen } from './review.ts'

/** Skills shown by name in little room; the others are summed up in one line. */
const SHOWN = 10

/** Minutes from which a column has no room for decimals: ten hours. */
const WHOLE_HOURS = 600

function months({ byMonth }: ReviewFacts, { figures, hours, t }: ReviewPen): Block[] {
  const items = byMonth.map(({ month, minutes }) => ({
    name: figures.month(month),
    amount: minutes,
    value: hours(minutes),
    short: {
      name: figures.monthName(month),
      value: minutes === 0 ? '–' : figures.number(minutes / 60, minutes < WHOLE_HOURS ? 1 : 0),
    },
  }))
  return [
    { kind: 'heading', text: t('time.months') },
    { kind: 'columns', items },
  ]
}

function kinds({ byKind, totals }: ReviewFacts, { figures, hours, t, word }: ReviewPen): Block[] {
  const nameOf = (kind: ReviewFacts['byKind'][number]['kind']) =>
    kind === null ? word('noKind') : word(`activityKind.${kind}`)
  const share = (minutes: number) => figures.percent(minutes / totals.minutes)
  const [first] = byKind
  if (first === undefined || totals.minutes === 0) return []
  const rows: Amount[] = byKind
    .filter(({ minutes }) => minutes > 0)
    .map(({ kind, minutes }) => ({ name: nameOf(kind), amount: minutes, value: hours(minutes) }))
  return [
    { kind: 'heading', text: t('time.kinds') },
    {
      kind: 'text',
      text: t('time.kindsFinding', { kind: nameOf(first.kind), share: share(first.minutes) }),
    },
    { kind: 'bars', rows },
  ]
}

function skills({ bySkill }: ReviewFacts, { hours, text, t }: ReviewPen): Block[] {
  const counted = bySkill.filter(({ minutes }) => minutes > 0)
  if (counted.length === 0) return []
  const rest = counted.slice(SHOWN)
  const restMinutes = rest.reduce((sum, { minutes }) => sum + minutes, 0)
  const fold = { shown: SHOWN, rest: `${t('time.rest', { count: rest.length })}: ${hours(restMinutes)}` }
  return [
    { kind: 'heading', text: t('time.skills') },
    { kind: 'text', text: t('time.skillsFinding') },
    {
      kind: 'bars',
      rows: counted.map(({ skill, minutes }) => ({ name: text(skill), amount: minutes, value: hours(minutes) })),
      ...(rest.length > 0 ? { fold } : {}),
    },
  ]
}

/** Hours by month, kind and skill. */
export const time: FactsSection = ({ facts, asOf }, pen) => {
  if (facts.totals.activities === 0) return []
  const { figures, hours, t } = pen
  const { best, quiet } = monthsFinding(facts.byMonth, asOf)
  const finding = [
    best === null ? '' : t('time.monthsFinding', { month: figures.month(best.month), hours: hours(best.minutes) }),
    quiet === 0 ? '' : t('time.monthsQuiet', { count: quiet }),
  ]
  const parts = [kinds(facts, pen), skills(facts, pen)].filter((part) => part.length > 0)
  return section(
    t('time.title'),
    [...months(facts, pen), ...(parts.length > 0 ? [{ kind: 'beside' as const, parts }] : [])],
    finding.filter(Boolean).join(' '),
  )
}
