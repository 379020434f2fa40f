import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { loadWeek } from '#shared/domain/load/load-weeks.ts'
import { PACE_NOTE_WEEKS, weeksUnderPace } from '#shared/domain/load/under-pace.ts'
import { useWeekHours, useWeeks } from './use-load.ts'

/** One quiet line after some weeks in a row under the pace the person has set; nothing otherwise. */
export function PaceNote() {
  const { t } = useTranslation('load')
  const format = useFormat()
  const { weekMinutes } = useWorkspace().settings
  const { data: hours } = useWeekHours()
  const { present, weekStartsOn, journal } = useWeeks()
  if (weekMinutes === null || hours === undefined || hours.firstDay === null) return null
  const firstWeek = loadWeek(hours.firstDay, weekStartsOn)
  const under = weeksUnderPace(hours.weeks, { pace: weekMinutes, firstWeek, present })
  const [newest] = under
  const oldest = under.at(-1)
  if (under.length < PACE_NOTE_WEEKS || newest === undefined || oldest === undefined) return null
  return (
    <Text size="sm" c="dimmed" mb="xs">
      <JournalLink filter={journal(oldest.week, newest.week)}>
        {t('pace.note', { count: under.length, pace: format.hours(weekMinutes) })}
      </JournalLink>{' '}
      <Link to="/settings" hash="pace">
        {t('pace.change')}
      </Link>
    </Text>
  )
}
