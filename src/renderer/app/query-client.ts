import { notifications } from '@mantine/notifications'
import { ORPCError } from '@orpc/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { failureText } from '#renderer/lib/failure-text.ts'
import { toFailure } from '#renderer/lib/failures.ts'

/** The host was started anew and knows this page no longer: loading again asks for a fresh address. */
function signInAgain(error: unknown): void {
  if (error instanceof ORPCError && error.code === 'UNAUTHORIZED') window.location.reload()
}

/** The query client: the one place that turns a failed action into a message. */
export function createQueryClient(texts: i18n): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Everything is local and the event stream says when something changed.
      // A failure the app names itself is an answer: asking again would only delay it.
      queries: {
        // A computer that is offline reaches itself.
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
