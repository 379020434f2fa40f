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
import { InboxLegend } from './inbox-legend.tsx'
import classes from './inbox-list.module.css'
import { InboxList } from './inbox-list.tsx'
import { JournalGate } from './journal-gate.tsx'
import { lineAt } from './journal-view.ts'
import { useBeginInList } from './use-begin-in-list.ts'
import { useInboxActions } from './use-inbox-actions.ts'
import { useJournalList } from './use-journal-list.ts'
import { useKindRanks } from './use-kind-ranks.ts'
import { useListPaper } from './use-list-paper.ts'
import { useReveal } from './use-reveal.ts'

const ActivityPanel = lazyPanel(async () => (await import('./activity-panel.tsx')).ActivityPanel)

const UNSORTED: JournalFilter = { inbox: true }

/** Bare titles waiting to be sorted. */
export function InboxPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['journal', 'common'])
  const handle = useRef<ListHandle>(null)
  const list = useJournalList(UNSORTED)
  const paper = useListPaper(list.view)
  useFocusBack(selection.item)
  useReveal(list, selection.item, handle)
  const { actions, sortedCount } = useInboxActions(selection, list)
  const rank = useKindRanks()
  const count = list.view?.order.count
  useBeginInList(handle, { isThere: selection.item === null && count !== undefined && count > 0, isAlways: true })
  const done = sortedCount > 0 ? t('sort.count', { count: sortedCount }) : null
  const lead = [count !== undefined && t('common:list.count', { count }), done ?? t('inboxLead')]
  return (
    <Page
      fill
      title={t('inboxTitle')}
      lead={count !== undefined && count > 0 && lead.filter(Boolean).join('. ')}
      actions={count !== undefined && count > 0 && <PrintButton variant="default" />}
      panel={selection.item && <ActivityPanel key={selection.item} uid={selection.item} selection={selection} />}
      panelLabel={t('title')}
    >
      {count === 0 ? (
        <div role="status">
          <EmptyState
            icon={<IconInbox size={40} stroke={1.4} />}
            title={t('inboxEmpty.title')}
            text={done ?? t('inboxEmpty.text')}
          />
        </div>
      ) : (
        <JournalGate list={list} paper={paper}>
          {(shown) => (
            <div className={classes.inbox}>
              <InboxLegend line={lineAt(shown.pages, shown.rows.active)} rank={rank} actions={actions} />
              <InboxList list={shown} selected={selection.item} actions={actions} rank={rank} handle={handle} />
            </div>
          )}
        </JournalGate>
      )}
    </Page>
  )
}
