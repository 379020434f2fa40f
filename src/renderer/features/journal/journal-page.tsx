import { Button, Kbd } from '@mantine/core'
import { IconInbox, IconNotebook, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { CAPTURE_KEY, useCapture } from '#renderer/lib/capture.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { JournalFilter } from '#shared/contract/journal.ts'
import { ActivityPanel } from './activity-panel.tsx'
import { InboxList } from './inbox-list.tsx'
import { JournalFilterBar } from './journal-filter-bar.tsx'
import { JournalList } from './journal-list.tsx'

const PAGE_SIZE = 100

/** The pages of a filter as one growing list. */
function useJournalLines(filter: JournalFilter) {
  const { query } = useApi()
  return useInfiniteQuery({
    ...query.journal.page.infiniteOptions({
      input: (after: { day: string; uid: string } | undefined) => ({
        filter,
        limit: PAGE_SIZE,
        ...(after && { after }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
}

/** Everything done, newest day first. */
export function JournalPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const { query } = useApi()
  const capture = useCapture()
  const [filter, setFilter] = useState<JournalFilter>({})
  const lines = useJournalLines(filter)
  const totals = useQuery({
    ...query.journal.totals.queryOptions({ input: { filter } }),
    placeholderData: keepPreviousData,
  })
  const filtered = Object.keys(filter).length > 0
  const all = lines.data?.pages.flatMap((page) => page.lines) ?? []
  useFocusBack(selection.item)
  const empty = lines.data !== undefined && all.length === 0 && !filtered
  const add = (
    <Button
      leftSection={<IconPlus size={16} />}
      rightSection={<Kbd size="xs">{CAPTURE_KEY}</Kbd>}
      onClick={capture}
      data-new-item
    >
      {t('capture.open')}
    </Button>
  )
  return (
    <Page
      fill
      title={t('title')}
      lead={totals.data && !empty && t('lead', { count: totals.data.count, hours: format.hours(totals.data.minutes) })}
      actions={add}
      panel={selection.item && <ActivityPanel key={selection.item} uid={selection.item} selection={selection} />}
      panelLabel={t('title')}
    >
      {empty ? (
        <EmptyState
          icon={<IconNotebook size={40} stroke={1.4} />}
          {...t('empty', { returnObjects: true })}
          action={add}
        />
      ) : (
        <>
          <JournalFilterBar filter={filter} onChange={setFilter} />
          <QueryGate query={lines}>
            {() => (
              <JournalList
                lines={all}
                selected={selection.item}
                onOpen={selection.open}
                hasMore={lines.hasNextPage}
                onMore={() => !lines.isFetchingNextPage && void lines.fetchNextPage()}
              />
            )}
          </QueryGate>
        </>
      )}
    </Page>
  )
}

/** What was captured as a bare title, to be sorted. */
export function InboxPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['journal', 'common'])
  const lines = useJournalLines({ inbox: true })
  const all = lines.data?.pages.flatMap((page) => page.lines) ?? []
  useFocusBack(selection.item)
  return (
    <Page
      title={t('inboxTitle')}
      lead={all.length > 0 ? t('inboxLead') : undefined}
      panel={selection.item && <ActivityPanel key={selection.item} uid={selection.item} selection={selection} />}
      panelLabel={t('title')}
    >
      <QueryGate query={lines}>
        {() =>
          all.length === 0 ? (
            <EmptyState icon={<IconInbox size={40} stroke={1.4} />} {...t('inboxEmpty', { returnObjects: true })} />
          ) : (
            <>
              <InboxList lines={all} onOpen={selection.open} />
              {lines.hasNextPage && (
                <Button
                  variant="subtle"
                  mt="xs"
                  loading={lines.isFetchingNextPage}
                  onClick={() => void lines.fetchNextPage()}
                >
                  {t('common:action.more')}
                </Button>
              )}
            </>
          )
        }
      </QueryGate>
    </Page>
  )
}
