import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { WeekPace } from '#shared/contract/overview.ts'
import classes from './overview.module.css'

/** This week's hours against the usual pace. */
export function WeekCard({ week }: { week: WeekPace }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const bars = [...week.weeks, { start: week.start, minutes: week.minutes }]
  const highest = Math.max(1, ...bars.map((bar) => bar.minutes))
  const described = bars
    .map((bar) => `${t('week.weekOf', { day: format.shortDay(bar.start) })}: ${format.hours(bar.minutes)}`)
    .join('; ')
  return (
    <section className={classes.card}>
      <Title order={2}>{t('week.title', { hours: format.hours(week.minutes) })}</Title>
      <Text size="sm" c="dimmed">
        {week.paceMinutes === null
          ? t('week.noPace')
          : t('week.pace', { count: week.paceWeeks, hours: format.hours(week.paceMinutes) })}
        {week.plannedMinutes > 0 && ` ${t('planned', { hours: format.hours(week.plannedMinutes) })}`}
      </Text>
      <div className={classes.bars} role="img" aria-label={`${t('week.chart')}. ${described}`}>
        {bars.map((bar) => (
          <div
            key={bar.start}
            data-now={bar.start === week.start}
            style={{ height: `${(bar.minutes / highest) * 100}%` }}
            title={`${t('week.weekOf', { day: format.shortDay(bar.start) })}: ${format.hours(bar.minutes)}`}
          />
        ))}
      </div>
    </section>
  )
}
