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

/** Weeks as the user's calendar has them: the present one, and the days of each. */
export function useWeeks() {
  const { weekStartsOn } = useWorkspace().settings
  const today = useToday()
  return useMemo(
    () => ({
      weekStartsOn,
      present: mondayOf(today, weekStartsOn),
      days: (week: Day) => daysOfWeek(week, weekStartsOn),
      /** What the journal has of the weeks from one to another. */
      journal: (first: Day, last: Day = first): JournalFilter => ({
        from: daysOfWeek(first, weekStartsOn).start,
        to: daysOfWeek(last, weekStartsOn).end,
      }),
    }),
    [today, weekStartsOn],
  )
}

/** All weeks that were looked at. */
export function useLoadEntries() {
  const { query } = useApi()
  return useQuery(query.load.list.queryOptions({ input: {} }))
}

/** Hours of the journal by week, where they are needed. */
export function useWeekHours(enabled = true) {
  const { query } = useApi()
  const { weekStartsOn } = useWeeks()
  return useQuery({ ...query.load.hours.queryOptions({ input: { weekStartsOn } }), enabled })
}

/** Shares in words, `Operations 80%, Learning 20%, Strategy 0%`, and in figures alone, `80 / 20 / 0`. */
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
  /** null for a week that is looked at for the first time. */
  entry: LoadEntry | null
  uid: string
  week: Day
  patch: Partial<LoadEntryFields>
  /** When it was asked for, milliseconds of this window. */
  asked: number
  /** What is said when it is saved. */
  told: string
}

/**
 * Saves what is said of a week at once, one after the other, with the way back. Resolves when the answer is shown. What was changed in
 * another window meanwhile is not overwritten: CONFLICT.
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
      // A second press comes before the answer to the first is shown: it began from that one.
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
