import { Button, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { format as formatDate } from 'date-fns'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useNextPart } from '#renderer/lib/next-page.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { Entry } from './history-entry.tsx'
import classes from './history-page.module.css'

type Only = 'all' | 'removals'

/** The `item` of the address when only deletions are shown. */
const REMOVALS = 'removals'

/** The day of an action in the time zone of this device. */
const dayOf = (at: number): string => formatDate(at, 'yyyy-MM-dd')

/** Everything that was changed, newest first; what was deleted can be restored from here. */
export function HistoryPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('history')
  const { query } = useApi()
  const only: Only = selection.item === REMOVALS ? 'removals' : 'all'
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 150)
  const history = useInfiniteQuery(
    query.history.page.infiniteOptions({
      input: (before: number | undefined) => ({ only, text: asked, ...(before !== undefined && { before }) }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const readOlder = useNextPart(history, `${only} ${asked}`)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={`${classes.filters} no-print`}>
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          w={280}
        />
        <SegmentedControl
          aria-label={t('filter.label')}
          value={only}
          onChange={(value) => (value === 'removals' ? selection.open(REMOVALS) : selection.close())}
          data={(['all', 'removals'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      </div>
      <QueryGate query={history}>
        {({ pages }) => (
          <>
            <Entries entries={pages.flatMap(({ entries }) => entries)} only={only} asked={asked} />
            {history.hasNextPage && (
              <Button
                mt="md"
                variant="default"
                className="no-print"
                loading={history.isFetchingNextPage}
                onClick={readOlder}
              >
                {t('older')}
              </Button>
            )}
          </>
        )}
      </QueryGate>
    </Page>
  )
}

interface EntriesProps {
  entries: readonly HistoryEntry[]
  only: Only
  asked: string
}

function Entries({ entries, only, asked }: EntriesProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const today = useToday()
  if (entries.length === 0) {
    if (asked.trim() !== '') return <Text c="dimmed">{t('nothing')}</Text>
    if (only === 'removals') return <Text c="dimmed">{t('noneRemoved')}</Text>
    return <EmptyState icon={<IconHistory size={40} stroke={1.4} />} {...t('empty', { returnObjects: true })} />
  }
  const days = [...Map.groupBy(entries, ({ at }) => dayOf(at))]
  return days.map(([day, ofDay]) => (
    <section key={day}>
      <h2 className={classes.day}>{format.distantDay(day, today)}</h2>
      <ol className={classes.entries}>
        {ofDay.map((entry) => (
          <Entry key={entry.batchId} entry={entry} />
        ))}
      </ol>
    </section>
  ))
}
