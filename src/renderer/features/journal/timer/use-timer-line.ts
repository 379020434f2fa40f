import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { FormHistory } from '#renderer/lib/form-history.ts'
import { today } from '#renderer/lib/today.ts'
import { useUndoScope } from '#renderer/lib/undo-scope.ts'
import { useKeepSoon } from '#renderer/lib/use-keep-soon.ts'
import type { Timer } from '#shared/contract/timer.ts'
import type { LineDraft, TypedText } from '../quick-add-line.ts'
import { type EarlyTimer, timerDraft } from './timer-drafts.ts'
import { beginLine, typeTimerLine } from './timer-line.ts'

/** Scope that makes writes of a timer run one after the other, so that an older text cannot overtake a newer one. */
export const TIMER_WRITES = { id: 'timer' }

export interface TimerLineOptions {
  /** null = not started yet. */
  timer: Timer | null
  about: CaptureTarget | null
  /** What was typed before the field was loaded. */
  typed: EarlyTimer | null
  dayWords: (text: string) => string
}

/** The line of a timer while it is typed: kept by the window at once and saved in the timer moments later. */
export function useTimerLine({ timer, about, typed, dayWords }: TimerLineOptions) {
  const { client } = useApi()
  const drafts = useDraftBox()
  const key = timerDraft(timer)
  const [history] = useState(() => new FormHistory<LineDraft>(Date.now))
  const [line, setLine] = useState(() => {
    const begun = beginLine(timer, { draft: drafts.read(key), about, today: today() })
    if (typed === null) return begun
    history.note(begun, 'text')
    return typeTimerLine(begun, { text: typed.text, isNew: false }, today(), dayWords)
  })
  const latest = useRef(line)
  const isDone = useRef(false)
  const save = useMutation({
    scope: TIMER_WRITES,
    mutationFn: async (sent: LineDraft) => {
      if (!isDone.current) await client.journal.keepTimer({ uid: sent.uid, line: JSON.stringify(sent) })
    },
    onSuccess: (_, sent) => {
      if (latest.current === sent) drafts.keep(key, null)
    },
  })
  const keepSoon = useKeepSoon(() => {
    if (isDone.current) return
    const { current } = latest
    drafts.keep(key, current.text === '' && timer === null ? null : JSON.stringify(current))
    if (timer !== null) save.mutate(current)
  })
  const show = (next: LineDraft) => {
    latest.current = next
    setLine(next)
    keepSoon()
  }
  const change = (next: LineDraft) => {
    history.note(latest.current, next.text === latest.current.text ? 'choices' : 'text')
    show(next)
  }
  useUndoScope((step) => {
    const next = history.step(step, latest.current)
    if (next !== null) show(next)
    return next !== null
  })
  return {
    line,
    latest,
    change,
    type: (next: TypedText) => change(typeTimerLine(latest.current, next, today(), dayWords)),
    /** The timer was started with this line, or has ended: nothing needs to be kept any more. */
    done: () => {
      isDone.current = true
      drafts.keep(key, null)
    },
  }
}
