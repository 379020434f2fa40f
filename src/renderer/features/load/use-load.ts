import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { onlyFields } from '#renderer/lib/drafts.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import type { JournalFilter } from '#shared/contract/journal.ts'
import type { LoadEntry } from '#shared/contract/load.ts'
import { daysOfWeek, mondayOf } from '#shared/domain/calendar/monday-weeks.ts'
import type { Shares } from '#shared/domain/load/split.ts'
import type { Day } from '#shared/model/common.ts'
import { LOAD_PARTS, type LoadEntryFields } from '#shared/model/load.ts'

/** Weeks by the user's calendar: the present one, and the days of each. */
export function useWeeks() {
  const { weekStartsOn } = useWorkspace().settings
  const today = useToday()
  return useMemo(
    () => ({
      weekStartsOn,
      present: mondayOf(today, weekStartsOn),
      days: (week: Day) => daysOfWeek(week, weekStartsOn),
      /** The journal filter for the weeks from `first` to `last`. */
      journal: (first: Day, last: Day = first): JournalFilter => ({
        from: daysOfWeek(first, weekStartsOn).start,
        to: daysOfWeek(last, weekStartsOn).end,
      }),
    }),
    [today, weekStartsOn],
  )
}

/** All load entries. */
export function useLoadEntries() {
  const { query } = useApi()
  return useQuery(query.load.list.queryOptions({ input: {} }))
}

/** Hours of the journal by week; read only if `enabled`. */
export function useWeekHours(enabled = true) {
  const { query } = useApi()
  const { weekStartsOn } = useWeeks()
  return useQuery({ ...query.load.hours.queryOptions({ input: { weekStartsOn } }), enabled })
}

/** Shares in words, `Operations 80%, Learning 20%, Strategy 0%`, and as figures, `80 / 20 / 0`. */
export function useShareWords() {
  const { t } = useTranslation('load')
  const format = useFormat()
  return useMemo(
    () => ({
      words: (shares: Shares) =>
        LOAD_PARTS.map((part) =>
          t('share', { part: t(`part.${part}`), share: format.percent(shares[part] / 100) }),
        ).join(', '),
      figures: (shares: Shares) => LOAD_PARTS.map((part) => format.number(shares[part], 0)).join(' / '),
    }),
    [format, t],
  )
}

interface LoadChange {
  /** null for a week without an entry. */
  entry: LoadEntry | null
  uid: string
  week: Day
  patch: Partial<LoadEntryFields>
  /** When the change was made, in milliseconds of this window. */
  asked: number
  /** The message after saving. */
  told: string
}

/**
 * Saves changes of a week at once, one after the other, each with undo. Resolves when the result is shown. Changes made
 * in another window meanwhile are not overwritten: CONFLICT.
 */
export function useSaveWeek() {
  const { client } = useApi()
  const undoable = useUndoable()
  const entries = useLoadEntries()
  const saved = useRef<{ at: number; patch: Partial<LoadEntryFields> }>({ at: 0, patch: {} })
  return useMutation({
    scope: { id: 'load' },
    mutationFn: ({ entry, uid, week, patch, asked }: LoadChange) => {
      if (entry === null) return client.load.create({ uid, fields: { week, ...patch } })
      // A second press may come before the result of the first is shown, so it starts from that result.
      const seen = saved.current.at > asked ? { ...entry, ...saved.current.patch } : entry
      return client.load.update({ uid: entry.uid, patch, base: onlyFields(seen, Object.keys(patch)) })
    },
    onSuccess: ({ batchId }, { told, patch }) => {
      saved.current = { at: performance.now(), patch }
      undoable(told, batchId)
    },
    onSettled: () => entries.refetch(),
  })
}
