import { IconInbox } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '#renderer/fields/print-button.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'
import type { JournalFilter } from '#shared/contract/journal.ts'
import { InboxList } from './inbox-list.tsx'
import { JournalGate } from './journal-gate.tsx'
import { useJournalList } from './use-journal-list.ts'
import { useListPaper } from './use-list-paper.ts'
import { useReveal } from './use-reveal.ts'

const ActivityPanel = lazyPanel(async () => (await import('./activity-panel.tsx')).ActivityPanel)

const UNSORTED: JournalFilter = { inbox: true }

/** What was captured as a bare title, to be sorted. */
export function InboxPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['journal', 'common'])
  const handle = useRef<ListHandle>(null)
  const list = useJournalList(UNSORTED)
  const paper = useListPaper(list.view)
  useFocusBack(selection.item)
  useReveal(list, selection.item, handle)
  const count = list.view?.order.count
  return (
    <Page
      fill
      title={t('inboxTitle')}
      lead={count !== undefined && count > 0 && `${t('common:list.count', { count })}. ${t('inboxLead')}`}
      actions={count !== undefined && count > 0 && <PrintButton variant="default" />}
      panel={selection.item && <ActivityPanel key={selection.item} uid={selection.item} selection={selection} />}
      panelLabel={t('title')}
    >
      {count === 0 ? (
        <EmptyState icon={<IconInbox size={40} stroke={1.4} />} {...t('inboxEmpty', { returnObjects: true })} />
      ) : (
        <JournalGate list={list} paper={paper}>
          {(shown) => <InboxList list={shown} selected={selection.item} onOpen={selection.open} handle={handle} />}
        </JournalGate>
      )}
    </Page>
  )
}
