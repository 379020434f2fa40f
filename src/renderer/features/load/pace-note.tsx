import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { firstFullWeek } from '#shared/domain/calendar/monday-weeks.ts'
import { PACE_NOTE_WEEKS, weeksUnderPace } from '#shared/domain/load/under-pace.ts'
import { PLACE, partsOf } from './sentence-parts.ts'
import { useWeekHours, useWeeks } from './use-load.ts'

/** One quiet line after several weeks in a row below the person's own pace; otherwise nothing. */
export function PaceNote() {
  const { t } = useTranslation('load')
  const format = useFormat()
  const { weekMinutes } = useWorkspace().settings
  const { data: hours } = useWeekHours(weekMinutes !== null)
  const { present, weekStartsOn, journal } = useWeeks()
  if (weekMinutes === null || hours === undefined || hours.firstDay === null) return null
  const firstWeek = firstFullWeek(hours.firstDay, weekStartsOn)
  const under = weeksUnderPace(hours.weeks, { pace: weekMinutes, firstWeek, present })
  if (under.length < PACE_NOTE_WEEKS) return null
  const count = under.length
  const [start, end] = partsOf(t('pace.note', { count, pace: format.hours(weekMinutes), hours: PLACE }))
  return (
    <Text size="sm" c="dimmed" mb="xs">
      {start}
      {under
        .slice(0, PACE_NOTE_WEEKS)
        .reverse()
        .map(({ week, minutes }, index) => (
          <Fragment key={week}>
            {index > 0 && ', '}
            <JournalLink filter={journal(week)}>{format.hours(minutes)}</JournalLink>
          </Fragment>
        ))}
      {end}{' '}
      <Link to="/settings" hash="pace">
        {t('pace.change')}
      </Link>
    </Text>
  )
}
