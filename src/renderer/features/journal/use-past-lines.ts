import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { today } from '#renderer/lib/today.ts'
import type { LastLine } from '#shared/contract/journal.ts'
import { emptyLine, type LineDraft } from './quick-add-line.ts'
import type { useQuickAddLine } from './use-quick-add-line.ts'
import { useRepeatLine } from './use-repeat-line.ts'

type Box = Pick<ReturnType<typeof useQuickAddLine>, 'read' | 'change' | 'latest' | 'line'>

/** Recalls the entries logged last, one after the other, in the empty box, as a shell recalls its commands. */
export function usePastLines({ read, change, latest, line }: Box) {
  const { query } = useApi()
  const repeat = useRepeatLine(read)
  const all = query.journal.lastLines.queryOptions({ input: {} })
  // Read again each time the box opens, so that an entry saved a moment ago comes first.
  const { data: lines, isFetching, refetch } = useQuery({ ...all, refetchOnMount: 'always' })
  /** Which of them is in the box, and what the box was about before. */
  const shown = useRef<{ at: number; uid: string; text: string; about: LineDraft['about'] } | null>(null)
  /** How many steps back were requested before the entries were loaded, and the text of the box then. */
  const [asked, setAsked] = useState({ steps: 0, text: '' })
  // Text typed meanwhile must not be replaced.
  if (asked.steps > 0 && asked.text !== line.text) setAsked({ steps: 0, text: '' })
  const show = (all: readonly LastLine[], step: 1 | -1) => {
    const { at: from, about } = shown.current ?? { at: -1, about: latest.current.about }
    for (let at = from + step; at >= 0; at += step) {
      const last = all[at]
      if (last === undefined) return
      const next = repeat(last, about)
      if (next === null) continue
      shown.current = { at, uid: next.uid, text: next.text, about }
      change(next)
      return
    }
    shown.current = null
    change({ ...emptyLine(today()), about })
  }
  /** The entries were read, or reading failed: then nothing is shown, and the waiting ends. */
  const onRead = useEffectEvent(() => {
    setAsked({ steps: 0, text: '' })
    if (lines === undefined || asked.text !== latest.current.text) return
    for (let step = 0; step < asked.steps; step++) show(lines, 1)
  })
  const isAsked = asked.steps > 0
  useEffect(() => {
    if (isAsked && !isFetching) onRead()
  }, [isAsked, isFetching])
  return {
    isAsked,
    /** Shows an earlier entry (1) or a later one (-1); false if the box holds other text. */
    recall: (step: 1 | -1): boolean => {
      const { text } = latest.current
      if (text === '' ? step < 0 : text !== shown.current?.text) return false
      if (text === '') shown.current = null
      const isWanted = lines === undefined || (isFetching && shown.current === null)
      if (isWanted) setAsked((before) => ({ steps: before.steps + 1, text }))
      else show(lines, step)
      // Reading failed when the box was opened.
      if (isWanted && !isFetching) void refetch()
      return true
    },
    /** A line was saved. If it is the one shown, the next recall starts with the newest again. */
    forget: ({ uid }: LineDraft) => {
      if (shown.current?.uid === uid) shown.current = null
      void refetch()
    },
  }
}
