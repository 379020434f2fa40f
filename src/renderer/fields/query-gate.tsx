import { Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toFailure } from '#renderer/lib/failures.ts'
import { useFailureText } from '#renderer/lib/use-failure-text.ts'
import { ErrorState, LoadingState } from '#renderer/ui/states.tsx'

interface QueryGateProps<Data> {
  query: UseQueryResult<Data, Error>
  children: (data: Data) => ReactNode
}

/** Shows the result of a query, or that it is being read, or why it failed and how to go on. */
export function QueryGate<Data>({ query, children }: QueryGateProps<Data>) {
  const { t } = useTranslation(['common', 'errors'])
  const failureText = useFailureText()
  if (query.data !== undefined) return <>{children(query.data)}</>
  // The address names no item: it was deleted, or never existed.
  if (query.isError && ['NOT_FOUND', 'VALIDATION'].includes(toFailure(query.error)?.code ?? ''))
    return <Text>{t('errors:notFound')}</Text>
  if (query.isError)
    return (
      <ErrorState
        title={t('error.title')}
        text={`${failureText(query.error)} ${t('error.safe')}`}
        retryLabel={t('action.retry')}
        onRetry={() => void query.refetch()}
      />
    )
  return <LoadingState label={t('list.loading')} />
}
