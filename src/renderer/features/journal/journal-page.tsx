import { Button, Kbd } from '@mantine/core'
import { IconNotebook, IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '#renderer/fields/print-button.tsx'
import { CAPTURE_KEY, useCapture } from '#renderer/lib/capture.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'
import { GoToDay } from './go-to-day.tsx'
import { JournalBulkBar } from './journal-bulk-bar.tsx'
import { JournalFilterBar } from './journal-filter-bar.tsx'
import { JournalGate } from './journal-gate.tsx'
import { JournalList } from './journal-list.tsx'
import { JournalSums } from './journal-sums.tsx'
import { JournalViews } from './journal-views.tsx'
import { MonthScrubber } from './month-scrubber.tsx'
import { useBeginInList } from './use-begin-in-list.ts'
import { useJournalFilter } from './use-journal-filter.ts'
import { useJournalList } from './use-journal-list.ts'
import { useLineChoice } from './use-line-choice.ts'
import { useLineWrites } from './use-line-writes.ts'
import { useListPaper } from './use-list-paper.ts'
import { useReveal } from './use-reveal.ts'

const ActivityPanel = lazyPanel(async () => (await import('./activity-panel.tsx')).ActivityPanel)

/** All journal entries, newest day first. */
export function JournalPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('journal')
  const capture = useCapture()
  const [filter, setFilter] = useJournalFilter()
  const handle = useRef<ListHandle>(null)
  const list = useJournalList(filter)
  const { view } = list
  const paper = useListPaper(view)
  const choice = useLineChoice(list)
  const writes = useLineWrites(choice, selection)
  useFocusBack(selection.item)
  useReveal(list, selection.item, handle)
  useBeginInList(handle, { isThere: view !== null && view.order.count > 0 })
  // Uses the filter of the view: a newer filter may still be on its way.
  const isEmpty = view?.order.count === 0 && Object.keys(view.filter).length === 0
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
      lead={!isEmpty && <JournalSums filter={filter} view={view} onChange={setFilter} />}
      actions={
        <>
          {!isEmpty && <PrintButton variant="default" />}
          {add}
        </>
      }
      panel={selection.item && <ActivityPanel key={selection.item} uid={selection.item} selection={selection} />}
      panelLabel={t('title')}
    >
      {isEmpty ? (
        <EmptyState
          icon={<IconNotebook size={40} stroke={1.4} />}
          {...t('empty', { returnObjects: true })}
          action={add}
        />
      ) : (
        <>
          {choice.chosen.size > 0 ? (
            <JournalBulkBar
              choice={choice}
              count={view?.order.count ?? 0}
              writes={writes}
              onLeave={() => handle.current?.focus()}
            />
          ) : (
            <JournalFilterBar filter={filter} onChange={setFilter}>
              {view !== null && <GoToDay order={view.order} list={handle} />}
              <JournalViews filter={filter} />
            </JournalFilterBar>
          )}
          <JournalGate list={list} paper={paper} nothing={<NothingFound onClear={() => setFilter({})} />}>
            {(shown) => (
              <>
                <JournalList list={shown} {...{ choice, writes, selection, handle }} />
                <MonthScrubber
                  order={shown.view.order}
                  row={shown.rows.first}
                  onGo={(row) => handle.current?.goTo(row, { to: 'top' })}
                />
              </>
            )}
          </JournalGate>
        </>
      )}
    </Page>
  )
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('journal')
  return (
    <EmptyState
      {...t('nothing', { returnObjects: true })}
      action={
        <Button variant="default" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      }
    />
  )
}
