import { Button, Kbd } from '@mantine/core'
import { IconNotebook, IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '#renderer/fields/print-button.tsx'
import { CAPTURE_KEY, useCapture } from '#renderer/lib/capture.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'
import type { JournalFilter } from '#shared/contract/journal.ts'
import { type DayOrder, sumDays } from '#shared/domain/calendar/day-order.ts'
import { GoToDay } from './go-to-day.tsx'
import { JournalFilterBar } from './journal-filter-bar.tsx'
import { JournalGate } from './journal-gate.tsx'
import { JournalList } from './journal-list.tsx'
import { MonthScrubber } from './month-scrubber.tsx'
import { useJournalList } from './use-journal-list.ts'
import { useListPaper } from './use-list-paper.ts'
import { useReveal } from './use-reveal.ts'

const ActivityPanel = lazyPanel(async () => (await import('./activity-panel.tsx')).ActivityPanel)

/** How many lines there are and how long they took, planned ones apart. */
function useLead(): (order: DayOrder) => string {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const today = useToday()
  return (order) => {
    const figures = ({ lines, minutes }: { lines: number; minutes: number }) => ({
      count: lines,
      lines: format.number(lines),
      hours: format.hours(minutes),
    })
    const { done, planned } = sumDays(order, today)
    const lead = t('lead', figures(done))
    return planned.lines === 0 ? lead : `${lead} · ${t('leadPlanned', figures(planned))}`
  }
}

/** Everything done, newest day first. */
export function JournalPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('journal')
  const capture = useCapture()
  const leadOf = useLead()
  const [filter, setFilter] = useState<JournalFilter>({})
  const handle = useRef<ListHandle>(null)
  const list = useJournalList(filter)
  const { view } = list
  const paper = useListPaper(view)
  useFocusBack(selection.item)
  useReveal(list, selection.item, handle)
  // Of the filter that found it: another one is still being looked for when this is drawn.
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
      lead={view !== null && !isEmpty && leadOf(view.order)}
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
          <JournalFilterBar filter={filter} onChange={setFilter}>
            {view !== null && <GoToDay order={view.order} list={handle} />}
          </JournalFilterBar>
          <JournalGate list={list} paper={paper}>
            {(shown) => (
              <>
                <JournalList list={shown} selected={selection.item} onOpen={selection.open} handle={handle} />
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
