import { useLayoutEffect, useRef } from 'react'

/** What of an infinite query it takes to go on: what is read, whether there is more, and what reads the next part. */
interface Parts {
  data?: { pages: readonly unknown[] } | undefined
  hasNextPage: boolean
  isError: boolean
  /** What is shown are the parts of the list before, until the first of this one is there. */
  isPlaceholderData: boolean
}

type NextParts = Parts & { fetchNextPage(): Promise<Parts> }

/**
 * Reads the next part of a list that is read in parts. A change that is told of meanwhile has the list read again from its
 * beginning, and that drops the part that was on its way: it is asked for once more, so that the press is not lost.
 *
 * @param isShown whether this list is still the one that is read: another one (another filter) has parts of its own, and as many
 * of them as were known here were never asked for
 */
export async function fetchNextPart(query: NextParts, isShown: () => boolean): Promise<void> {
  const known = query.isPlaceholderData ? 0 : (query.data?.pages.length ?? 0)
  let now: Parts = query
  do now = await query.fetchNextPage()
  while (isShown() && now.hasNextPage && !now.isError && (now.data?.pages.length ?? 0) <= known)
}

/** What reads the next part at a press; `list` tells one list that is shown here from another. */
export function useNextPart(query: NextParts, list: string): () => void {
  const shown = useRef(list)
  useLayoutEffect(() => {
    shown.current = list
  }, [list])
  return () => void fetchNextPart(query, () => shown.current === list)
}
