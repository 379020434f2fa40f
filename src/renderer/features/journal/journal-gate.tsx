import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useFailureText } from '#renderer/lib/use-failure-text.ts'
import { ErrorState, LoadingState } from '#renderer/ui/states.tsx'
import classes from './journal-list.module.css'
import { JournalPaper } from './journal-paper.tsx'
import type { JournalView } from './journal-view.ts'
import type { JournalListState } from './use-journal-list.ts'
import type { useListPaper } from './use-list-paper.ts'

/** A list that has a view to show. */
export type ShownList = JournalListState & { view: JournalView }

interface JournalGateProps {
  list: JournalListState
  paper: ReturnType<typeof useListPaper>
  /** Shown if the filter finds nothing. */
  nothing?: ReactNode
  children: (list: ShownList) => ReactNode
}

/** Shows the list and its paper, or that it is being read, that the filter finds nothing, or why reading failed. */
export function JournalGate({ list, paper, nothing, children }: JournalGateProps) {
  const { t } = useTranslation('common')
  const failureText = useFailureText()
  const { days, view, failed } = list
  const loading = <LoadingState label={t('list.loading')} />
  const problem = failed?.error && (
    <ErrorState
      title={t('error.title')}
      text={`${failureText(failed.error)} ${t('error.safe')}`}
      retryLabel={t('action.retry')}
      onRetry={() => void failed.refetch()}
    />
  )
  if (view === null && problem) return problem
  if (view === null || (days.isError && days.data === undefined))
    return <QueryGate query={days}>{() => loading}</QueryGate>
  if (view.order.count === 0) return nothing ?? <Text c="dimmed">{t('list.nothing')}</Text>
  return (
    <>
      {/* What was read before stays on the screen, with the scroll position. */}
      {problem}
      <JournalPaper paper={paper.paper} drawn={paper.drawn} count={view.order.count} />
      <div className={classes.frame}>{children({ ...list, view })}</div>
    </>
  )
}
