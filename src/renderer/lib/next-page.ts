/** What of an infinite query it takes to go on: what is read, whether there is more, and what reads the next part. */
interface Parts {
  data?: { pages: readonly unknown[] } | undefined
  hasNextPage: boolean
  isError: boolean
}

/**
 * Reads the next part of a list that is read in parts. A change that is told of meanwhile has the list read again from its
 * beginning, and that drops the part that was on its way: it is asked for once more, so that the press is not lost.
 */
export async function fetchNextPart(query: Parts & { fetchNextPage(): Promise<Parts> }): Promise<void> {
  const known = query.data?.pages.length ?? 0
  let now: Parts = query
  do now = await query.fetchNextPage()
  while (now.hasNextPage && !now.isError && (now.data?.pages.length ?? 0) <= known)
}
