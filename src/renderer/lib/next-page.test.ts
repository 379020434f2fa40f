import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { fetchNextPart } from './next-page.ts'

/** A list of three parts, and what lets the answers that are waited for come. */
function showParts() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const waiting: (() => void)[] = []
  const observer = new InfiniteQueryObserver(queryClient, {
    queryKey: ['parts'],
    initialPageParam: 0,
    getNextPageParam: (_, pages) => (pages.length < 3 ? pages.length : undefined),
    queryFn: ({ pageParam }) => new Promise<number>((resolve) => waiting.push(() => resolve(pageParam))),
  })
  observer.subscribe(() => {})
  const answer = async () => {
    for (const resolve of waiting.splice(0)) resolve()
    await new Promise((resolve) => setTimeout(resolve))
  }
  const pages = () => observer.getCurrentResult().data?.pages
  return { queryClient, observer, answer, pages }
}

it('reads one more part', async () => {
  const { observer, answer, pages } = showParts()
  await answer()
  const asked = fetchNextPart(observer.getCurrentResult())
  await answer()
  await asked
  expect(pages()).toEqual([0, 1])
})

it('reads it also where a change had everything read again meanwhile', async () => {
  const { queryClient, observer, answer, pages } = showParts()
  await answer()
  const asked = fetchNextPart(observer.getCurrentResult())
  void queryClient.invalidateQueries()
  for (let turn = 0; turn < 4; turn++) await answer()
  await asked
  expect(pages()).toEqual([0, 1])
})

it('ends where there is no more', async () => {
  const { observer, answer, pages } = showParts()
  await answer()
  for (let turn = 0; turn < 3; turn++) {
    const asked = fetchNextPart(observer.getCurrentResult())
    await answer()
    await asked
  }
  expect(pages()).toEqual([0, 1, 2])
})
