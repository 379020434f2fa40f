import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MANY } from '#shared/contract/base.ts'
import { type JournalView, lineAt, requestOf } from './journal-view.ts'
import {
  type ChosenLines,
  chooseIn,
  chooseNothing,
  forgetLines,
  keepFound,
  type LineChoiceState,
  ranged,
  toggled,
} from './line-choice.ts'
import type { JournalListState } from './use-journal-list.ts'

/** Where a range begins in one view, and what was selected besides the range. */
interface Anchor {
  stamp: string
  row: number
  beside: ChosenLines
}

/** Finds the uids of some rows: at once if all of them are read, else by a request. `end` is not included. */
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
 * The selection under one filter. After every change of the list, also in another window, it asks which selected
 * entries the filter still finds: the others are no longer visible, so no action may include them.
 */
function useChosen(view: JournalView | null) {
  const { client } = useApi()
  const filter = JSON.stringify(view?.filter ?? null)
  const stamp = view?.stamp ?? ''
  const [state, setState] = useState(() => chooseNothing(filter))
  if (state.filter !== filter) setState(chooseNothing(filter))
  const check = useMutation({
    mutationFn: ({ asked, of }: { asked: string[]; of: JournalView }) =>
      client.journal.found({ filter: of.filter, of: asked }),
    onSuccess: (found, { asked, of }) =>
      setState((now) => keepFound(now, { filter: JSON.stringify(of.filter), stamp: of.stamp }, { asked, found })),
    // It is unknown whether these are still in the list.
    onError: (_error, { asked }) => setState((now) => forgetLines(now, asked)),
  })
  const onChange = useEffectEvent(({ chosen, ...known }: LineChoiceState, now: string) => {
    if (view !== null && known.filter === filter && known.stamp !== now && chosen.size > 0)
      check.mutate({ asked: [...chosen], of: view })
  })
  useEffect(() => onChange(state, stamp), [state, stamp])
  return {
    chosen: state.filter === filter ? state.chosen : chooseNothing(filter).chosen,
    choose: (next: (chosen: ChosenLines) => ChosenLines) => setState((now) => chooseIn(now, { filter, stamp }, next)),
    forget: (uids: readonly string[]) => setState((now) => forgetLines(now, uids)),
  }
}

/**
 * Selected entries of the journal, by uid: they stay selected while the list is scrolled, and as long as the filter
 * finds them. Rows are given by number. A range starts at the row that was last selected singly, and may be longer than
 * what is read.
 */
export function useLineChoice(list: JournalListState) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const { view, pages } = list
  const { chosen, choose, forget } = useChosen(view)
  const anchor = useRef<Anchor | null>(null)
  const uidsOf = useUidsOf(list)
  const uidAt = (row: number) => lineAt(pages, row)?.uid
  const begin = (row: number): Anchor => {
    const beside = new Set([...chosen].filter((uid) => uid !== uidAt(row)))
    anchor.current = { stamp: view?.stamp ?? '', row, beside }
    return anchor.current
  }
  const refuse = () => notifications.show({ message: t('tooMany', { limit: format.number(MANY) }) })
  const chooseRows = (start: number, end: number, beside: Iterable<string>) => {
    if (end - start > MANY) return void refuse()
    const asked = anchor.current
    uidsOf(start, end, (uids) => {
      // The end of the range may have moved while the uids were requested.
      if (anchor.current !== asked) return
      if (new Set([...beside, ...uids]).size > MANY) refuse()
      else choose((now) => ranged(now, beside, uids))
    })
  }
  return {
    chosen,
    toggle: (row: number) => {
      const uid = uidAt(row)
      if (uid === undefined) return
      begin(row)
      if (!chosen.has(uid) && chosen.size >= MANY) refuse()
      else choose((now) => toggled(now, uid))
    },
    extend: (from: number, to: number) => {
      const begun = anchor.current
      const start = begun !== null && begun.stamp === view?.stamp && chosen.size > 0 ? begun : begin(from)
      // A new object each time, so that a late answer is recognised by its identity.
      anchor.current = { ...start }
      chooseRows(Math.min(start.row, to), Math.max(start.row, to) + 1, start.beside)
    },
    /** The next range starts anew. */
    end: () => {
      anchor.current = null
    },
    all: () => {
      anchor.current = null
      chooseRows(0, view?.order.count ?? 0, [])
    },
    clear: () => choose(() => new Set()),
    /** Removes deleted entries. */
    forget,
  }
}
export type LineChoice = ReturnType<typeof useLineChoice>
