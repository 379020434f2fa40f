import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { refreshQueries } from './events.ts'

/** Shows queries with these keys and counts how often each is read. */
async function show(keys: readonly (readonly unknown[])[]) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const asked = keys.map(() => 0)
  for (const [index, queryKey] of keys.entries()) {
    const queryFn = () => {
      asked[index] = (asked[index] ?? 0) + 1
      return 'answer'
    }
    await queryClient.prefetchQuery({ queryKey, queryFn })
    new QueryObserver(queryClient, { queryKey, queryFn }).subscribe(() => {})
  }
  return { queryClient, asked }
}

const FACTS = [['reviews', 'facts'], { input: {}, type: 'query' }]
const REVIEW = [['reviews', 'get'], { input: {}, type: 'query' }]
const OWN = ['a key of our own']

it('asks again for what reads of a change, and for what nothing is known of', async () => {
  const { queryClient, asked } = await show([FACTS, REVIEW, OWN])
  await refreshQueries(queryClient, ['review'])
  expect(asked).toEqual([1, 2, 2])
  await refreshQueries(queryClient, ['activity'])
  expect(asked).toEqual([2, 2, 3])
})

it('asks for everything again where it is not known what changed', async () => {
  const { queryClient, asked } = await show([FACTS, REVIEW, OWN])
  await refreshQueries(queryClient, null)
  expect(asked).toEqual([2, 2, 2])
})
