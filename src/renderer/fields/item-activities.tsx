import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import classes from './item-activities.module.css'

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
  return (
    <section>
      <SectionTitle
        title={title ?? t('activities.title')}
        {...(totals.data && totals.data.minutes > 0
          ? { aside: t('activities.total', { hours: format.hours(totals.data.minutes) }) }
          : {})}
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
            <span className={classes.title}>{line.title}</span>
            <span className={classes.minutes}>{format.minutes(line.minutes)}</span>
          </button>
        ))}
      </Stack>
    </section>
  )
}
