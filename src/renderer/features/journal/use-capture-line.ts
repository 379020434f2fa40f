import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { toFailure } from '#renderer/lib/failures.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import { today } from '#renderer/lib/today.ts'
import { useFailureText } from '#renderer/lib/use-failure-text.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { QuickAdd } from '#shared/domain/capture/quick-add-reading.ts'
import { canBeSaved, newNamesIn, toCapture } from '#shared/domain/capture/to-capture.ts'
import { type EarlyLine, LINE_DRAFT } from './early-line.ts'
import { emptyLine, type LineDraft, type TypedText, withPeople } from './quick-add-line.ts'
import { readUnsaved, type UnsavedLines, withFailed, withoutSaved, writeUnsaved } from './unsaved-lines.ts'
import { usePastLines } from './use-past-lines.ts'
import { useQuickAddLine } from './use-quick-add-line.ts'

/** Reports to a box about lines that it, or a box closed since, has sent. */
interface Answers {
  saved: (line: LineDraft) => void
  failed: (lines: LineDraft[]) => void
}

/** The boxes opened one after the other; answers may arrive after a box is closed. */
interface Boxes {
  /** The open box; null if none is. */
  open: Answers | null
  /**
   * Uids of lines that were saved or given up since they were last sent: if an older request for one of them fails,
   * nothing is lost.
   */
  done: Set<string>
}

export interface CaptureLineOptions {
  /** The item the box was opened for. */
  about: CaptureTarget | null
  /** What was typed before the box was loaded; null = nothing. */
  typed: EarlyLine | null
  boxes: RefObject<Boxes>
  onClose: () => void
}

/** A line being saved, as understood and as typed. */
interface Capture {
  parsed: QuickAdd
  line: LineDraft
}

interface Saving {
  /** Saved one after the other, owed lines first. */
  captures: Capture[]
  keepOpen: boolean
}

/** The request for a line; people it names get their uids by their place in the line. */
const toSend = ({ parsed, line }: Capture) => toCapture(parsed, line.uid, (place) => line.people[place] ?? newUid())

/** Whether this line itself cannot be saved, however often it is sent; other lines may still be saved. */
function isRefused(error: unknown): boolean {
  const code = toFailure(error)?.code
  return code === 'VALIDATION' || code === 'NOT_FOUND' || code === 'REFUSED'
}

/** Reports to the open box what became of lines; if no box is open, changes the kept lines instead. */
function useAnswers(boxes: CaptureLineOptions['boxes'], answers: Answers) {
  const drafts = useDraftBox()
  const own = useRef<Answers | null>(null)
  const onSaved = useEffectEvent(answers.saved)
  const onFailed = useEffectEvent(answers.failed)
  useLayoutEffect(() => {
    const { current } = boxes
    const mine: Answers = { saved: (line) => onSaved(line), failed: (lines) => onFailed(lines) }
    own.current = mine
    current.open = mine
    return () => {
      if (current.open === mine) current.open = null
    }
  }, [boxes])
  const isOpen = () => own.current !== null && boxes.current.open === own.current
  const begin = () => emptyLine(today())
  const changeKept = (change: (kept: UnsavedLines) => UnsavedLines) => {
    const kept = readUnsaved(drafts.read(LINE_DRAFT))
    const next = writeUnsaved(change(kept ?? { line: begin(), owed: [] }))
    if (kept !== null || next !== null) drafts.keep(LINE_DRAFT, next)
  }
  const closed: Answers = {
    saved: (line) => changeKept((kept) => withoutSaved(kept, line, null, begin)),
    failed: (lines) => changeKept((kept) => withFailed(kept, lines, null)),
  }
  return {
    /** False for a closed box: its answers still arrive, and may only act through `tellSaved` and `tellFailed`. */
    isOpen,
    tellSaved: (line: LineDraft) => {
      boxes.current.done.add(line.uid)
      const { saved } = boxes.current.open ?? closed
      saved(line)
    },
    /** Reports lines that were not saved; does nothing for the open box, which still has its own lines. */
    tellFailed: (lines: LineDraft[]) => {
      const { open, done } = boxes.current
      const { failed } = open ?? closed
      if (!isOpen()) failed(lines.filter(({ uid }) => !done.has(uid)))
    },
  }
}

type Box = ReturnType<typeof useQuickAddLine>

/** Saves a line. The answer may arrive when the box holds another line, is closed, or was opened again. */
function useSaveLine(box: Box, { boxes, onClose }: CaptureLineOptions, onSaved: (line: LineDraft) => void) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const { latest, latestOwed } = box
  const { isOpen, tellSaved, tellFailed } = useAnswers(boxes, {
    saved: (line) => {
      box.settle(line)
      onSaved(line)
    },
    failed: box.owe,
  })
  const save = useMutation({
    mutationFn: async ({ captures }: Saving) => {
      let refusal: unknown = null
      for (const [place, capture] of captures.entries()) {
        try {
          const { batchId } = await client.journal.capture(toSend(capture))
          undoable(t('capture.saved', { title: capture.parsed.title }), batchId)
          tellSaved(capture.line)
        } catch (error) {
          const unsaved = isRefused(error) ? [capture] : captures.slice(place)
          tellFailed(unsaved.map(({ line }) => line))
          if (!isRefused(error)) throw error
          refusal ??= error
        }
      }
      if (refusal !== null) throw refusal
    },
    onSuccess: (_, { keepOpen }) => {
      const isDone = latest.current.text === '' && latestOwed.current.length === 0
      if (isOpen() && isDone && !keepOpen) onClose()
    },
    onError: () => {
      if (isOpen()) box.takeBack()
    },
  })
  const prepare = (line: LineDraft): Capture => {
    const parsed = box.understand(line)
    return { parsed, line: withPeople(line, newNamesIn(parsed).length) }
  }
  /** Saves the owed lines and this one; only the owed lines if this one is empty. */
  const send = (line: LineDraft, keepOpen: boolean) => {
    const owed = latestOwed.current.map(prepare)
    const own = line.text === '' ? null : prepare(line)
    if (own === null ? owed.length === 0 : !canBeSaved(own.parsed)) return box.takeBack()
    // Sending them again uses the same uids for their people.
    box.changeOwed(owed.map((capture) => capture.line))
    if (own !== null) {
      box.confirm(own.line)
      const { current } = latest
      if (current.uid === own.line.uid) box.change({ ...current, people: own.line.people })
    }
    box.keepNow()
    const captures = own === null ? owed : [...owed, own]
    for (const { line } of captures) boxes.current.done.delete(line.uid)
    save.mutate({ captures, keepOpen })
  }
  return { send, isSaving: save.isPending }
}

/** The line in the box and its saving, which may have to wait for the data needed to read the line. */
export function useCaptureLine(options: CaptureLineOptions) {
  const { about, typed, boxes } = options
  const failureText = useFailureText()
  const box = useQuickAddLine(about, typed)
  const past = usePastLines(box)
  const { send, isSaving } = useSaveLine(box, options, past.forget)
  const { parsed, latest, latestOwed, confirmed } = box
  const isPending = box.isPending || past.isAsked
  /** An Enter that waits for words, skills and people, or for an earlier line on its way into the box. */
  const [waiting, setWaiting] = useState<{ keepOpen: boolean } | null>(() =>
    confirmed.current && typed?.enter ? { keepOpen: typed.enter.keepOpen } : null,
  )
  const canSave = canBeSaved(parsed) || (box.line.text === '' && box.owed.length > 0)
  const submit = (keepOpen: boolean) => {
    const isBusy = isSaving || waiting !== null || confirmed.current !== null
    if (isBusy || (!canSave && !past.isAsked)) return
    if (!isPending) return send(latest.current, keepOpen)
    if (!past.isAsked && latest.current.text !== '') box.confirm(latest.current)
    setWaiting({ keepOpen })
    if (box.unread !== null) box.readAgain()
  }
  const onRead = useEffectEvent(() => {
    setWaiting(null)
    if (waiting === null) return
    const { current } = latest
    const meant = confirmed.current?.line
    // The kind and who is meant may have been chosen meanwhile; text typed behind or over the line is not part of it.
    const isSame = meant === undefined || (meant.uid === current.uid && meant.text === current.text)
    send(isSame ? current : meant, waiting.keepOpen)
  })
  useEffect(() => {
    if (!isPending) onRead()
  }, [isPending])
  /** The data needed to read the line could not be loaded: Enter is withdrawn. */
  const onUnread = useEffectEvent(() => {
    if (waiting === null || box.unread === null) return
    setWaiting(null)
    box.takeBack()
    notifications.show({ color: 'red', autoClose: 8000, message: failureText(box.unread.error) })
  })
  const timesUnread = box.unread?.times ?? 0
  useEffect(() => {
    if (timesUnread > 0) onUnread()
  }, [timesUnread])
  const type = (typed: TypedText) => {
    const isForPast = waiting !== null && confirmed.current === null
    box.type(typed)
    // Enter applied to the earlier line on its way, or to the line as it was, not to the changed line.
    if (isForPast || (waiting !== null && box.withdraw())) setWaiting(null)
  }
  const discardOwed = ({ uid }: LineDraft) => {
    boxes.current.done.add(uid)
    box.changeOwed(latestOwed.current.filter((line) => line.uid !== uid))
  }
  return { ...box, past, canSave, saving: isSaving || waiting !== null, submit, type, discardOwed }
}
