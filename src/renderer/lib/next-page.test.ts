import { InfiniteQueryObserver, keepPreviousData, QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { fetchNextPart } from './next-page.ts'

/** A list of three parts, and a function that lets pending answers arrive. */
function showParts() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const waiting: (() => void)[] = []
  const optionsOf = (list: string) => ({
    queryKey: [list],
    initialPageParam: 0,
    getNextPageParam: (_: number, pages: readonly number[]) => (pages.length < 3 ? pages.length : undefined),
    queryFn: ({ pageParam }: { pageParam: number }) =>
      new Promise<number>((resolve) => waiting.push(() => resolve(pageParam))),
    placeholderData: keepPreviousData,
  })
  const observer = new InfiniteQueryObserver(queryClient, optionsOf('parts'))
  let list = 'parts'
  const filter = (next: string) => {
    list = next
    observer.setOptions(optionsOf(next))
  }
  const isShown = (pressed: string) => () => list === pressed
  observer.subscribe(() => {})
  const answer = async () => {
    for (const resolve of waiting.splice(0)) resolve()
    await new Promise((resolve) => setTimeout(resolve))
  }
  const pages = () => observer.getCurrentResult().data?.pages
  return { queryClient, observer, answer, pages, filter, isShown }
}

it('reads one more part', async () => {
  const { observer, answer, pages } = showParts()
  await answer()
  const asked = fetchNextPart(observer.getCurrentResult(), () => true)
  await answer()
  await asked
  expect(pages()).toEqual([0, 1])
})

it('reads it also where a change had everything read again meanwhile', async () => {
  const { queryClient, observer, answer, pages } = showParts()
  await answer()
  const asked = fetchNextPart(observer.getCurrentResult(), () => true)
  void queryClient.invalidateQueries()
  for (let turn = 0; turn < 4; turn++) await answer()
  await asked
  expect(pages()).toEqual([0, 1])
})

it('ends where there is no more', async () => {
  const { observer, answer, pages } = showParts()
  await answer()
  for (let turn = 0; turn < 3; turn++) {
    const asked = fetchNextPart(observer.getCurrentResult(), () => true)
    await answer()
    await asked
  }
  expect(pages()).toEqual([0, 1, 2])
})

it('reads no more of another list that is shown meanwhile than that shows by itself', async () => {
  const { observer, answer, pages, filter, isShown } = showParts()
  await answer()
  const first = fetchNextPart(observer.getCurrentResult(), isShown('parts'))
  await answer()
  await first
  const asked = fetchNextPart(observer.getCurrentResult(), isShown('parts'))
  filter('others')
  for (let turn = 0; turn < 4; turn++) await answer()
  await asked
  expect(pages()).toEqual([0])
})

it('does not count the parts of the list before, which stand until this one is there', async () => {
  const { observer, answer, pages, filter, isShown } = showParts()
  await answer()
  const first = fetchNextPart(observer.getCurrentResult(), isShown('parts'))
  await answer()
  await first
  filter('others')
  const asked = fetchNextPart(observer.getCurrentResult(), isShown('others'))
  for (let turn = 0; turn < 4; turn++) await answer()
  await asked
  expect(pages()).toEqual([0])
})
