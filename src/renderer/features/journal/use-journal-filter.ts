import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useToday } from '#renderer/lib/today.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import type { JournalFilter } from '#shared/contract/journal.ts'
import type { PeriodPreset } from '#shared/domain/calendar/period-presets.ts'
import { changeJournalSearch, type Present, readJournalSearch, readNamedPeriod } from './read-journal-search.ts'

/** Sets the filter: to a value, or by a function of the present one. `preset` names the period that its days belong to. */
export type SetFilter = (
  next: JournalFilter | ((present: JournalFilter) => JournalFilter),
  preset?: PeriodPreset,
) => void

/** What the named periods are counted from at the moment. */
export function usePresent(): Present {
  const { settings, planStart } = useWorkspace()
  const { weekStartsOn } = settings
  const today = useToday()
  return useMemo(() => ({ today, weekStartsOn, planStart }), [today, weekStartsOn, planStart])
}

/** The named period whose days the journal shows; null where its days are fixed, or all. */
export function useNamedPeriod(): PeriodPreset | null {
  const search = useSearch({ strict: false }) as object
  const present = usePresent()
  return readNamedPeriod(search, present)?.preset ?? null
}

/**
 * The filter of the journal, kept in the address. A change replaces the address, so that "Back" leads to the page
 * before.
 */
export function useJournalFilter(): [JournalFilter, SetFilter] {
  const search = useSearch({ strict: false }) as object
  const navigate = useNavigate()
  const present = usePresent()
  const filter = useMemo(() => readJournalSearch(search, present), [search, present])
  const setFilter = useCallback<SetFilter>(
    (next, preset) =>
      void navigate({
        to: '.',
        search: (previous: object) =>
          changeJournalSearch(previous, { present, preset, next: typeof next === 'function' ? next : () => next }),
        replace: true,
        resetScroll: false,
      } as never),
    [navigate, present],
  )
  return [filter, setFilter]
}
