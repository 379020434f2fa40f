import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MANY } from '#shared/contract/base.ts'
import { lineAt, requestOf } from './journal-view.ts'
import type { JournalListState } from './use-journal-list.ts'

/** Uids of lines, wherever in the journal they stand. */
export type ChosenLines = ReadonlySet<string>

const NONE: ChosenLines = new Set()

/** Where a range begins, in one view, and what was chosen beside it. */
interface Anchor {
  stamp: string
  row: number
  beside: ChosenLines
}

/** Finds the uids of some rows: at once where all of them are read, else they are asked for. `end` is not included. */
function useUidsOf({ view, pages }: Pick<JournalListState, 'view' | 'pages'>) {
  const { client } = useApi()
  const asked = useMutation({
    mutationFn: (request: NonNullable<ReturnType<typeof requestOf>>) => client.journal.uids(request),
  })
  return (start: number, end: number, found: (uids: string[]) => void) => {
    const read = Array.from({ length: end - start }, (_, index) => lineAt(pages, start + index)?.uid)
    const known = read.filter((uid) => uid !== undefined)
    const request = view === null ? null : requestOf(view, start, end)
    if (known.length === read.length) found(known)
    else if (request !== null) asked.mutate(request, { onSuccess: found })
  }
}

/**
 * Chosen lines of the journal, by their uids: they stay chosen while the list is scrolled, and go with the filter that found them.
 * Rows are told by their numbers. A range goes from the row that was chosen last by itself, and may be longer than what is read.
 */
export function useLineChoice(list: JournalListState) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const { view, pages } = list
  const [kept, setKept] = useState({ filter: '', chosen: NONE })
  const filter = JSON.stringify(view?.filter ?? null)
  const chosen = kept.filter === filter ? kept.chosen : NONE
  const choose = (next: Iterable<string>) => setKept({ filter, chosen: new Set(next) })
  const anchor = useRef<Anchor | null>(null)
  const uidsOf = useUidsOf(list)
  const uidAt = (row: number) => lineAt(pages, row)?.uid
  const begin = (row: number): Anchor => {
    const beside = new Set([...chosen].filter((uid) => uid !== uidAt(row)))
    anchor.current = { stamp: view?.stamp ?? '', row, beside }
    return anchor.current
  }
  const chooseRows = (start: number, end: number, beside: Iterable<string>) => {
    if (end - start > MANY) return void notifications.show({ message: t('tooMany', { limit: format.number(MANY) }) })
    const asked = anchor.current
    uidsOf(start, end, (uids) => {
      // The other end may have moved on while they were asked for.
      if (anchor.current === asked) choose([...beside, ...uids])
    })
  }
  return {
    chosen,
    toggle: (row: number) => {
      const uid = uidAt(row)
      if (uid === undefined) return
      const { beside } = begin(row)
      choose(chosen.has(uid) ? beside : [...beside, uid])
    },
    extend: (from: number, to: number) => {
      const begun = anchor.current
      const start = begun !== null && begun.stamp === view?.stamp && chosen.size > 0 ? begun : begin(from)
      // Another object each time, so that an answer that is late is known by it.
      anchor.current = { ...start }
      chooseRows(Math.min(start.row, to), Math.max(start.row, to) + 1, start.beside)
    },
    /** The next range begins anew. */
    end: () => {
      anchor.current = null
    },
    all: () => {
      anchor.current = null
      chooseRows(0, view?.order.count ?? 0, [])
    },
    clear: () => choose([]),
    /** These are gone. */
    forget: (uids: readonly string[]) => choose([...chosen].filter((uid) => !uids.includes(uid))),
  }
}
export type LineChoice = ReturnType<typeof useLineChoice>
