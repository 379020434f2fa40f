import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { FormHistory } from '#renderer/lib/form-history.ts'
import { today } from '#renderer/lib/today.ts'
import { useUndoScope } from '#renderer/lib/undo-scope.ts'
import { useKeepSoon } from '#renderer/lib/use-keep-soon.ts'
import type { Timer } from '#shared/contract/timer.ts'
import type { LineDraft, TypedText } from '../quick-add-line.ts'
import { type EarlyTimer, NEW_TIMER, timerDraft } from './timer-drafts.ts'
import { beginLine, followLine, knownAtFirst, readLine, typeTimerLine, writeTyped } from './timer-line.ts'

/** What of a timer is written goes one after the other: the last text must not be overtaken by the one before it. */
export const TIMER_WRITES = { id: 'timer' }

export interface TimerLineOptions {
  /** null = it is not begun yet. */
  timer: Timer | null
  about: CaptureTarget | null
  /** What was typed before its field was there. */
  typed: EarlyTimer | null
  dayWords: (text: string) => string
}

/** What the field begins with, and what undo goes back to from there. */
function useBegun({ timer, about, typed, dayWords }: TimerLineOptions) {
  const drafts = useDraftBox()
  const [begun] = useState(() => {
    const history = new FormHistory<LineDraft>(Date.now)
    const { line, unsaved } = beginLine(timer, { draft: drafts.read(timerDraft(timer)), about, today: today() })
    if (unsaved !== null) history.note(unsaved, 'put')
    if (typed === null) return { history, line }
    history.note(line, 'typed')
    const next = { text: typed.text, isNew: false }
    return { history, line: typeTimerLine(line, next, { today: today(), dayWords, hasBegun: false }) }
  })
  // Its text was the timer's before the answer to its beginning was lost: it is not for the next one as well.
  const uid = timer?.uid
  useEffect(() => {
    if (uid !== undefined && readLine(drafts.read(NEW_TIMER), today())?.uid === uid) drafts.keep(NEW_TIMER, null)
  }, [uid, drafts])
  return begun
}

/** What a timer is for, as it is typed: kept by the window at once and by the timer itself moments later. */
export function useTimerLine(options: TimerLineOptions) {
  const { timer, dayWords } = options
  const { client } = useApi()
  const drafts = useDraftBox()
  const key = timerDraft(timer)
  const { history, line: begun } = useBegun(options)
  const [line, setLine] = useState(begun)
  const latest = useRef(line)
  const [first] = useState(() => knownAtFirst(timer, begun, today()))
  const known = useRef(first)
  const isDone = useRef(false)
  /** What of the line is to be sent; undefined where the timer has it. */
  const unsaved = () => (latest.current === known.current.shown ? undefined : JSON.stringify(latest.current))
  const save = useMutation({
    scope: TIMER_WRITES,
    mutationFn: async (sent: LineDraft) => {
      if (isDone.current) return null
      return client.journal.changeTimer({ uid: sent.uid, line: JSON.stringify(sent) })
    },
    onSuccess: (there, sent) => {
      // It has ended in another window: what was typed is kept in case it comes back.
      if (there === null) return
      known.current = { stored: there.line, shown: sent }
      if (latest.current === sent) drafts.keep(key, null)
    },
  })
  const keepSoon = useKeepSoon(() => {
    if (isDone.current || unsaved() === undefined) return
    const { current } = latest
    drafts.keep(key, current.text === '' && timer === null ? null : writeTyped(current, known.current.stored))
    if (timer !== null) save.mutate(current)
  })
  const show = (next: LineDraft) => {
    latest.current = next
    setLine(next)
  }
  const change = (next: LineDraft, isTyped = false) => {
    history.note(latest.current, isTyped ? 'typed' : 'put')
    show(next)
    keepSoon()
  }
  // Typed in another window: it stands here as well, unless something is typed here.
  const onStored = useEffectEvent(() => {
    if (timer === null) return
    const { current } = latest
    const followed = followLine(timer, current, { known: known.current, today: today() })
    known.current = followed.known
    if (followed.line === current) return
    history.note(current, 'put')
    show(followed.line)
  })
  const stored = timer?.line
  useEffect(() => {
    if (stored !== undefined) onStored()
  }, [stored])
  useUndoScope((step) => {
    const next = history.step(step, latest.current)
    if (next !== null) {
      show(next)
      keepSoon()
    }
    return next !== null
  })
  return {
    line,
    latest,
    unsaved,
    change,
    type: (next: TypedText) =>
      change(typeTimerLine(latest.current, next, { today: today(), dayWords, hasBegun: timer !== null }), true),
    /** The timer has begun with it, or has ended: there is nothing to keep any more. */
    done: () => {
      isDone.current = true
      drafts.keep(key, null)
    },
  }
}
