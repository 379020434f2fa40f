import { useLayoutEffect, useRef } from 'react'

/**
 * What is needed of an infinite query to continue: the parts read so far, whether there are more, and a function that
 * reads the next part.
 */
interface Parts {
  data?: { pages: readonly unknown[] } | undefined
  hasNextPage: boolean
  isError: boolean
  /** True while the parts of the former list are shown, until the first part of this list arrives. */
  isPlaceholderData: boolean
}

type NextParts = Parts & { fetchNextPage(): Promise<Parts> }

/**
 * Reads the next part of a list that is read in parts. If a change is reported meanwhile, the whole list is read again
 * and the part being read is dropped; it is then requested once more, so that the press is not lost.
 *
 * @param isShown whether this list is still the one shown: another one (another filter) has its own parts, and no press
 * asked for more of them
 */
export async function fetchNextPart(query: NextParts, isShown: () => boolean): Promise<void> {
  const known = query.isPlaceholderData ? 0 : (query.data?.pages.length ?? 0)
  let now: Parts = query
  do now = await query.fetchNextPage()
  while (isShown() && now.hasNextPage && !now.isError && (now.data?.pages.length ?? 0) <= known)
}

/** A function that reads the next part at a press; `list` identifies the list shown. */
export function useNextPart(query: NextParts, list: string): () => void {
  const shown = useRef(list)
  useLayoutEffect(() => {
    shown.current = list
  }, [list])
  return () => void fetchNextPart(query, () => shown.current === list)
}
