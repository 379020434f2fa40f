import { section } from '#shared/documents/block.ts'
import { isoWeekKey } from '#shared/domain/calendar/calendar.ts'
import { changeAgainst, milestoneOutcome, skillMovement } from '#shared/domain/reviews/review-figures.ts'
import type { FactsSection } from './review.ts'

/** The period in six figures, each compared with the period before. */
export const glance: FactsSection = ({ facts, asOf }, { figures, hours, t }) => {
  const { totals, before } = facts
  const against = (now: number, earlier: number, show: (value: number) => string) => {
    const change = changeAgainst(now, earlier)
    if (before.activities === 0) return t('glance.beforeNone')
    if (change === null) return t('glance.before', { value: show(earlier) })
    return t('glance.beforeChange', { value: show(earlier), change: figures.percentChange(change) })
  }
  const milestones = facts.milestones.filter((milestone) => milestoneOutcome(milestone, asOf).kind !== 'ahead')
  const weeks = facts.byWeek.filter(({ week }) => week <= isoWeekKey(asOf)).length
  const done = milestones.filter(({ doneDay }) => doneDay !== null).length
  const number = (value: number) => figures.number(value, 0)
  return section(t('glance.title'), [
    {
      kind: 'figures',
      figures: [
        { name: t('glance.hours'), value: hours(totals.minutes), more: against(totals.minutes, before.minutes, hours) },
        {
          name: t('glance.days'),
          value: number(totals.activeDays),
          more: against(totals.activeDays, before.activeDays, number),
        },
        {
          name: t('glance.weeks'),
          value: t('glance.weeksOf', { active: totals.activeWeeks, total: weeks }),
          more: against(totals.activeWeeks, before.activeWeeks, number),
        },
        { name: t('glance.achievements'), value: number(facts.achievements.length) },
        { name: t('glance.skills'), value: number(skillMovement(facts.skills).raised) },
        { name: t('glance.milestones'), value: t('glance.milestonesOf', { done, total: milestones.length }) },
      ],
    },
  ])
}
