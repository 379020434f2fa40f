import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import classes from './item-activities.module.css'
import { JournalLink } from './journal-link.tsx'
import { PlannedBadge } from './planned-badge.tsx'

/** How many lines are shown beside an item; the journal has the rest. */
const SHOWN = 8

/** The newest journal lines about an item, and their time in all. */
export function ItemActivities({ uid, title }: { uid: string; title?: string }) {
  const { t } = useTranslation('common')
  const { query } = useApi()
  const format = useFormat()
  const openItem = useOpenItem()
  const filter = { about: uid }
  const page = useQuery(query.journal.page.queryOptions({ input: { filter, limit: SHOWN } }))
  const totals = useQuery(query.journal.totals.queryOptions({ input: { filter } }))
  const lines = page.data?.lines ?? []
  const { count = 0, minutes = 0, planned } = totals.data ?? {}
  const all = count + (planned?.count ?? 0)
  const sums = [
    minutes > 0 && t('activities.total', { hours: format.hours(minutes) }),
    planned !== undefined && planned.minutes > 0 && t('planned.hours', { hours: format.hours(planned.minutes) }),
  ].filter((sum) => sum !== false)
  return (
    <section>
      <SectionTitle
        title={title ?? t('activities.title')}
        {...(sums.length > 0 && { aside: <JournalLink filter={filter}>{sums.join(' · ')}</JournalLink> })}
      />
      {page.data && lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('activities.none')}
        </Text>
      )}
      <Stack gap={0}>
        {lines.map((line) => (
          <button
            key={line.uid}
            type="button"
            className={classes.line}
            onClick={() => openItem({ uid: line.uid, type: 'activity' })}
          >
            <span className={classes.day}>{format.shortDay(line.day)}</span>
            <span className={classes.title}>
              {line.title} <PlannedBadge day={line.day} />
            </span>
            <span className={classes.minutes}>{format.minutes(line.minutes)}</span>
          </button>
        ))}
      </Stack>
      {lines.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          <JournalLink filter={filter}>
            {all > lines.length
              ? t('activities.newest', { shown: lines.length, total: format.number(all) })
              : t('activities.inJournal')}
          </JournalLink>
        </Text>
      )}
    </section>
  )
}
