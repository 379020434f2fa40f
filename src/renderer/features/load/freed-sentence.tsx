import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { LoadEntry, WeekHours } from '#shared/contract/load.ts'
import { FREED_ENOUGH, freedTime, type Side } from '#shared/domain/load/freed-time.ts'
import { PLACE, partsOf } from './sentence-parts.ts'
import { useWeeks } from './use-load.ts'

/** What the hours freed by delegation were used for; each figure opens its journal entries. */
export function FreedSentence({ entries, hours }: { entries: LoadEntry[]; hours: WeekHours }) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const { present, weekStartsOn, days, journal } = useWeeks()
  const finding = freedTime(entries, hours, { present, weekStartsOn })
  if (finding.kind === 'none')
    return (
      <Text size="sm" c="dimmed">
        {t('freedFinding.none', { least: FREED_ENOUGH })}
      </Text>
    )
  const day = format.day(days(finding.since).start)
  if (finding.kind === 'early') {
    const { before, after } = finding
    return (
      <Text size="sm" c="dimmed">
        {t('freedFinding.early', { day, before, after, least: FREED_ENOUGH })}
      </Text>
    )
  }
  const { freedMinutes, before, after } = finding
  const link = ({ first, last, minutes }: Side) => (
    <JournalLink filter={journal(first, last)}>{format.hours(minutes)}</JournalLink>
  )
  const [start, middle, end] = partsOf(t('freedFinding.hours', { before: PLACE, after: PLACE }))
  return (
    <Text size="sm">
      {t('freedFinding.since', { day, freed: format.hours(freedMinutes) })} {start}
      {link(before)}
      {middle}
      {link(after)}
      {end}
    </Text>
  )
}
