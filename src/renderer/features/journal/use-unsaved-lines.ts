import { useEffect, useRef, useState } from 'react'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { FormHistory } from '#renderer/lib/form-history.ts'
import { today } from '#renderer/lib/today.ts'
import { useUndoScope } from '#renderer/lib/undo-scope.ts'
import { useKeepSoon } from '#renderer/lib/use-keep-soon.ts'
import { EARLY_DRAFT, type EarlyLine, LINE_DRAFT } from './early-line.ts'
import type { LineDraft } from './quick-add-line.ts'
import {
  beginLines,
  isStillMeant,
  nextLine,
  readUnsaved,
  type UnsavedLines,
  unsavedLines,
  withFailed,
  withoutSaved,
  writeUnsaved,
} from './unsaved-lines.ts'

interface UnsavedLinesOptions {
  about: CaptureTarget | null
  typed: EarlyLine | null
  dayWords: (text: string) => string
}

/** The lines of the box, kept over restarts. */
function useKeptLines({ about, typed, dayWords }: UnsavedLinesOptions) {
  const drafts = useDraftBox()
  const [begun] = useState(() =>
    beginLines(readUnsaved(drafts.read(LINE_DRAFT)), { about, typed, today: today(), dayWords }),
  )
  const [line, setLine] = useState(begun.line)
  const [owed, setOwed] = useState(begun.owed)
  const latest = useRef(line)
  const latestOwed = useRef(owed)
  const confirmed = useRef(begun.confirmed)
  const lines = (): UnsavedLines => ({ line: latest.current, owed: latestOwed.current })
  const keepSoon = useKeepSoon(() => drafts.keep(LINE_DRAFT, writeUnsaved(unsavedLines(lines(), confirmed.current))))
  useEffect(() => {
    if (typed === null) return
    keepSoon()
    keepSoon.flush()
    drafts.keep(EARLY_DRAFT, null)
  }, [typed, keepSoon, drafts])
  const show = (next: UnsavedLines) => {
    latest.current = next.line
    latestOwed.current = next.owed
    setLine(next.line)
    setOwed(next.owed)
    keepSoon()
  }
  return {
    line,
    /** What undo goes back to from the box's first state; null = nothing. */
    before: begun.before,
    /** Lines confirmed earlier that are not known to be saved. */
    owed,
    /** The present line of the box, also before it is rendered. */
    latest,
    latestOwed,
    /** The line confirmed with Enter, until it is saved or its saving failed. */
    confirmed,
    lines,
    show,
    /** A line is about to be sent: the kept lines must include it before the answer can get lost. */
    keepNow: () => {
      keepSoon()
      keepSoon.flush()
    },
  }
}

/** The lines of the box while they are typed, confirmed and saved. */
export function useUnsavedLines(options: UnsavedLinesOptions) {
  const { lines, show, before, ...kept } = useKeptLines(options)
  const { latest, confirmed } = kept
  const [history] = useState(() => {
    const begun = new FormHistory<LineDraft>(Date.now)
    if (before !== null) begun.note(before, 'typed')
    return begun
  })
  const begin = () => nextLine(latest.current, options.about, today())
  useUndoScope((step) => {
    const next = history.step(step, latest.current)
    if (next !== null) show({ ...lines(), line: next })
    return next !== null
  })
  /** Undo must neither join lines that were separated, nor bring back one that is saved or owed. */
  const showWithout = (next: UnsavedLines, gone: readonly LineDraft[]) => {
    if (next.line !== latest.current) history.clear()
    else history.leaveOut(({ uid }) => gone.some((line) => line.uid === uid))
    show(next)
  }
  return {
    ...kept,
    /** `isTyped`: letter by letter, so that undo takes several of them back at once; what is put there at once is a step of its own. */
    change: (next: LineDraft, isTyped = false) => {
      if (next.text !== latest.current.text) history.note(latest.current, isTyped ? 'typed' : 'put')
      else if (next.kind !== latest.current.kind) history.note(latest.current, 'kind')
      else if (next !== latest.current) history.note(latest.current, 'links')
      show({ ...lines(), line: next })
    },
    /** Enter was pressed on the line. */
    confirm: (line: LineDraft) => {
      confirmed.current = { line, next: confirmed.current?.next ?? nextLine(line, options.about, today()) }
    },
    /** Withdraws Enter if the line was changed inside since; answers whether it did. */
    withdraw: () => {
      if (confirmed.current === null || isStillMeant(latest.current, confirmed.current.line)) return false
      confirmed.current = null
      return true
    },
    /** Saving the confirmed line failed, or its outcome is unknown. */
    takeBack: () => {
      const next = unsavedLines(lines(), confirmed.current)
      confirmed.current = null
      showWithout(next, next.owed)
    },
    /**
     * A line was saved, by this box or by one closed since. Undo must not bring it back: saving it again would change
     * the saved entry.
     */
    settle: (saved: LineDraft) => {
      const next = withoutSaved(lines(), saved, confirmed.current, begin)
      if (confirmed.current?.line === saved) confirmed.current = null
      showWithout(next, [saved])
    },
    /** Lines sent by a closed box were not saved, or their outcome is unknown. */
    owe: (failed: readonly LineDraft[]) => {
      const next = withFailed(lines(), failed, confirmed.current)
      showWithout(next, next.owed)
    },
    /** Moves an owed line into the empty field, to be changed there. */
    takeOwed: (line: LineDraft) => {
      if (latest.current.text !== '') return
      showWithout({ line, owed: lines().owed.filter(({ uid }) => uid !== line.uid) }, [])
    },
    changeOwed: (owed: LineDraft[]) => show({ ...lines(), owed }),
  }
}
