import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { isoWeekKey } from '#shared/domain/calendar.ts'
import { changeAgainst, milestoneOutcome, monthsFinding, skillMovement } from '#shared/domain/review-figures.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import classes from './document.module.css'
import { BarRows, DocumentHeading, DocumentSection } from './document-parts.tsx'

/** Skills shown by name; the rest is one line. */
const SHOWN = 10

/** Height of the tallest column, pixels. */
const COLUMN = 112

/** Facts and the day they were gathered on. */
export interface FactsProps {
  facts: ReviewFacts
  asOf: string
}

/** The period in six figures, each against the period before. */
export function GlanceSection({ facts, asOf }: FactsProps) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const { totals, before } = facts
  const hadBefore = before.activities > 0
  const against = (now: number, earlier: number, show: (value: number) => string) => {
    const change = changeAgainst(now, earlier)
    if (!hadBefore) return t('document.glance.beforeNone')
    if (change === null) return t('document.glance.before', { value: show(earlier) })
    return t('document.glance.beforeChange', { value: show(earlier), change: format.signedPercent(change) })
  }
  const milestones = facts.milestones.filter((milestone) => milestoneOutcome(milestone, asOf).kind !== 'ahead')
  const weeks = facts.byWeek.filter(({ week }) => week <= isoWeekKey(asOf)).length
  const done = milestones.filter(({ doneDay }) => doneDay !== null).length
  const number = (value: number) => format.number(value, 0)
  return (
    <DocumentSection title={t('document.glance.title')}>
      <dl className={classes.figures}>
        <Figure
          name={t('document.glance.hours')}
          value={format.hours(totals.minutes)}
          more={against(totals.minutes, before.minutes, format.hours)}
        />
        <Figure
          name={t('document.glance.days')}
          value={number(totals.activeDays)}
          more={against(totals.activeDays, before.activeDays, number)}
        />
        <Figure
          name={t('document.glance.weeks')}
          value={t('document.glance.weeksOf', { active: totals.activeWeeks, total: weeks })}
          more={against(totals.activeWeeks, before.activeWeeks, number)}
        />
        <Figure name={t('document.glance.achievements')} value={number(facts.achievements.length)} />
        <Figure name={t('document.glance.skills')} value={number(skillMovement(facts.skills).raised)} />
        <Figure
          name={t('document.glance.milestones')}
          value={t('document.glance.milestonesOf', { done, total: milestones.length })}
        />
      </dl>
    </DocumentSection>
  )
}

function Figure({ name, value, more }: { name: string; value: string; more?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.value}>{value}</dd>
      {more && <dd className={classes.small}>{more}</dd>}
    </div>
  )
}

/** Hours by month, kind and skill. */
export function TimeSection({ facts, asOf }: FactsProps) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  if (facts.totals.activities === 0) return null
  const { best, quiet } = monthsFinding(facts.byMonth, asOf)
  const finding = [
    best &&
      t('document.time.monthsFinding', { month: format.month(`${best.month}-01`), hours: format.hours(best.minutes) }),
    quiet > 0 && t('document.time.monthsQuiet', { count: quiet }),
  ]
  return (
    <DocumentSection title={t('document.time.title')} finding={finding.filter(Boolean).join(' ')}>
      <DocumentHeading>{t('document.time.months')}</DocumentHeading>
      <MonthColumns byMonth={facts.byMonth} />
      <div className={classes.columns}>
        <KindBars facts={facts} />
        <SkillBars bySkill={facts.bySkill} />
      </div>
    </DocumentSection>
  )
}

function MonthColumns({ byMonth }: { byMonth: ReviewFacts['byMonth'] }) {
  const format = useFormat()
  const highest = Math.max(1, ...byMonth.map(({ minutes }) => minutes))
  return (
    <ol className={classes.months}>
      {byMonth.map(({ month, minutes }) => (
        <li key={month}>
          <span>{minutes === 0 ? '–' : format.number(minutes / 60, minutes < 600 ? 1 : 0)}</span>
          <span className={classes.column} style={{ height: (minutes / highest) * COLUMN }} />
          <span>{format.monthName(`${month}-01`)}</span>
        </li>
      ))}
    </ol>
  )
}

function KindBars({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation(['reviews', 'vocabulary'])
  const format = useFormat()
  const nameOf = (kind: ReviewFacts['byKind'][number]['kind']) =>
    kind === null ? t('vocabulary:noKind') : t(`vocabulary:activityKind.${kind}`)
  const [first] = facts.byKind
  if (first === undefined || facts.totals.minutes === 0) return null
  return (
    <div>
      <DocumentHeading>{t('document.time.kinds')}</DocumentHeading>
      <p className={classes.finding}>
        {t('document.time.kindsFinding', {
          kind: nameOf(first.kind),
          share: format.percent(first.minutes / facts.totals.minutes),
        })}
      </p>
      <BarRows
        rows={facts.byKind
          .filter(({ minutes }) => minutes > 0)
          .map(({ kind, minutes }) => ({
            key: kind ?? '',
            name: nameOf(kind),
            amount: minutes,
            value: format.hours(minutes),
          }))}
      />
    </div>
  )
}

function SkillBars({ bySkill }: { bySkill: ReviewFacts['bySkill'] }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const counted = bySkill.filter(({ minutes }) => minutes > 0)
  if (counted.length === 0) return null
  const rest = counted.slice(SHOWN)
  const restMinutes = rest.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <div>
      <DocumentHeading>{t('document.time.skills')}</DocumentHeading>
      <p className={classes.finding}>{t('document.time.skillsFinding')}</p>
      <BarRows
        rows={counted.slice(0, SHOWN).map(({ skill, minutes }) => ({
          key: format.text(skill),
          name: format.text(skill),
          amount: minutes,
          value: format.hours(minutes),
        }))}
      />
      {rest.length > 0 && (
        <p className={classes.finding}>
          {`${t('document.time.rest', { count: rest.length })}: ${format.hours(restMinutes)}`}
        </p>
      )}
    </div>
  )
}
