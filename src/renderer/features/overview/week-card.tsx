import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import card from '#renderer/ui/card.module.css'
import { focusByArrows } from '#renderer/ui/focus-by-arrows.ts'
import type { WeekPace } from '#shared/contract/overview.ts'
import { weekDays } from '#shared/domain/calendar/journal-days.ts'
import classes from './overview.module.css'

const STEPS = { ArrowLeft: -1, ArrowRight: 1 }

/** This week's hours against the usual pace. */
export function WeekCard({ week }: { week: WeekPace }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const bars = [...week.weeks, { start: week.start, minutes: week.minutes }]
  const highest = Math.max(1, ...bars.map((bar) => bar.minutes))
  return (
    <section className={card.card}>
      <Title order={2}>
        <JournalLink filter={weekDays(week.start)}>
          {t('week.title', { hours: format.hours(week.minutes) })}
        </JournalLink>
      </Title>
      <Text size="sm" c="dimmed">
        {week.paceMinutes === null
          ? t('week.noPace')
          : t('week.pace', { count: week.paceWeeks, hours: format.hours(week.paceMinutes) })}
        {week.plannedMinutes > 0 && ` ${t('planned', { hours: format.hours(week.plannedMinutes) })}`}
      </Text>
      {/* biome-ignore lint/a11y/useSemanticElements: no fields stand together here */}
      <div
        className={classes.bars}
        role="group"
        aria-label={t('week.chart')}
        onKeyDown={(event) => focusByArrows(event, 'a', STEPS)}
      >
        {bars.map((bar) => {
          const label = `${t('week.weekOf', { day: format.shortDay(bar.start) })}: ${format.hours(bar.minutes)}`
          const isNow = bar.start === week.start
          return (
            <JournalLink
              key={bar.start}
              className={classes.week ?? ''}
              filter={weekDays(bar.start)}
              title={label}
              aria-label={label}
              tabIndex={isNow ? 0 : -1}
            >
              <div data-now={isNow} style={{ height: `${(bar.minutes / highest) * 100}%` }} />
            </JournalLink>
          )
        })}
      </div>
    </section>
  )
}
