import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { toJournalSearch } from '#renderer/lib/journal-address.ts'
import type { JournalFilter } from '#shared/contract/journal.ts'
import { readJournalSearch } from './read-journal-search.ts'

/** Sets the filter: to a value, or by a function of the present one. */
export type SetFilter = (next: JournalFilter | ((present: JournalFilter) => JournalFilter)) => void

/**
 * The filter of the journal, kept in the address. A change replaces the address, so that "Back" leads to the page
 * before.
 */
export function useJournalFilter(): [JournalFilter, SetFilter] {
  const search = useSearch({ strict: false }) as object
  const navigate = useNavigate()
  const filter = useMemo(() => readJournalSearch(search), [search])
  const setFilter = useCallback<SetFilter>(
    (next) =>
      void navigate({
        to: '.',
        search: (previous: object) => ({
          ...previous,
          ...toJournalSearch(typeof next === 'function' ? next(readJournalSearch(previous)) : next),
        }),
        replace: true,
        resetScroll: false,
      } as never),
    [navigate],
  )
  return [filter, setFilter]
}
