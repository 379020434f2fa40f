import { notifications } from '@mantine/notifications'
import { ORPCError } from '@orpc/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { failureText } from '#renderer/lib/failure-text.ts'
import { toFailure } from '#renderer/lib/failures.ts'

/** The host has restarted and no longer knows this page. Reloading leads to the sign-in page. */
function signInAgain(error: unknown): void {
  if (error instanceof ORPCError && error.code === 'UNAUTHORIZED') window.location.reload()
}

/** The query client: the one place that turns a failed action into a message. */
export function createQueryClient(texts: i18n): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Nothing goes stale by time: the data is local, and the event stream reports every change. A failure that the
      // app itself names is an answer, so a retry would only delay it.
      queries: {
        // The host runs on this computer, so it can be reached offline.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: (times, error) => times < 1 && toFailure(error) === null,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
    queryCache: new QueryCache({ onError: signInAgain }),
    mutationCache: new MutationCache({
      onError: (error) => {
        signInAgain(error)
        const message = failureText(texts, error)
        notifications.show({ color: 'red', autoClose: 8000, message })
      },
    }),
  })
}
