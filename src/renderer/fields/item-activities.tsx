import { Button, Stack, Text } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { type CaptureTarget, useCaptureAbout, useCaptureTarget } from '#renderer/lib/capture.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import classes from './item-activities.module.css'
import { JournalLink } from './journal-link.tsx'
import { PlannedBadge } from './planned-badge.tsx'

/** Entries shown beside an item; the journal has the rest. */
const SHOWN = 8

/** The newest journal entries about the open item, and their total time; quick add opens linked to the item. */
export function ItemActivities({ item, title }: { item: CaptureTarget; title?: string }) {
  const { uid, type } = item
  const capture = useCaptureAbout()
  const target = useMemo(() => ({ uid, type, title: item.title }), [uid, type, item.title])
  useCaptureTarget(target)
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
        aside={
          <Button
            className="no-print"
            size="compact-sm"
            variant="default"
            leftSection={<IconPencilPlus size={15} stroke={1.6} aria-hidden />}
            onClick={() => capture(target)}
          >
            {t('activities.log')}
          </Button>
        }
      />
      {sums.length > 0 && (
        <Text size="sm" c="dimmed" mb={4} component="div">
          <JournalLink filter={filter}>{sums.join(' · ')}</JournalLink>
        </Text>
      )}
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
