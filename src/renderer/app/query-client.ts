import { notifications } from '@mantine/notifications'
import { MutationCache, QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { failureText } from '#renderer/lib/failure-text.ts'

/** The query client: the one place that turns a failed action into a message. */
export function createQueryClient(texts: i18n): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Everything is local and the event stream says when something changed.
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError: (error) =>
        notifications.show({
          color: 'red',
          autoClose: 8000,
          message: failureText(texts.getFixedT(null, 'errors'), error),
        }),
    }),
  })
}
