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

/** What a box is told of lines that it, or one that is closed, has sent. */
interface Answers {
  saved: (line: LineDraft) => void
  failed: (lines: LineDraft[]) => void
}

/** The boxes one after the other, whose answers may come when they are closed. */
interface Boxes {
  /** The box that is open; null while none is. */
  open: Answers | null
  /** Uids of lines that were saved or given up since they were last sent: an older request for one of them that fails is no loss. */
  done: Set<string>
}

export interface CaptureLineOptions {
  /** The item the box was opened for. */
  about: CaptureTarget | null
  /** What was typed before it was there; null = nothing. */
  typed: EarlyLine | null
  boxes: RefObject<Boxes>
  onClose: () => void
}

/** What is being saved: a line as understood and as typed. */
interface Capture {
  parsed: QuickAdd
  line: LineDraft
}

interface Saving {
  /** One after the other: those that are owed first. */
  captures: Capture[]
  keepOpen: boolean
}

/** What is sent of a line; the people it names have their uids by their place in it. */
const toSend = ({ parsed, line }: Capture) => toCapture(parsed, line.uid, (place) => line.people[place] ?? newUid())

/** Whether it is this line that cannot be saved, however often it is sent: others may be. */
function isRefused(error: unknown): boolean {
  const code = toFailure(error)?.code
  return code === 'VALIDATION' || code === 'NOT_FOUND' || code === 'REFUSED'
}

/** Tells the box that is open what became of the lines; where none is, what is kept of them is changed. */
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
    /** False for a box that is closed: its answers still come, and must change nothing but by `tellSaved` and `tellFailed`. */
    isOpen,
    tellSaved: (line: LineDraft) => {
      boxes.current.done.add(line.uid)
      const { saved } = boxes.current.open ?? closed
      saved(line)
    },
    /** Lines that were not saved: a box that is open still has its own. */
    tellFailed: (lines: LineDraft[]) => {
      const { open, done } = boxes.current
      const { failed } = open ?? closed
      if (!isOpen()) failed(lines.filter(({ uid }) => !done.has(uid)))
    },
  }
}

type Box = ReturnType<typeof useQuickAddLine>

/** Saves a line. The answer may come when another one stands in the box, or when the box is closed, or open again. */
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
  /** Saves the lines that are owed and this one, or only those where it is empty. */
  const send = (line: LineDraft, keepOpen: boolean) => {
    const owed = latestOwed.current.map(prepare)
    const own = line.text === '' ? null : prepare(line)
    if (own === null ? owed.length === 0 : !canBeSaved(own.parsed)) return box.takeBack()
    // Sent again, their people have the same uids as well.
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

/** The line in the box with its saving, which may have to wait for what the line is understood by. */
export function useCaptureLine(options: CaptureLineOptions) {
  const { about, typed, boxes } = options
  const failureText = useFailureText()
  const box = useQuickAddLine(about, typed)
  const past = usePastLines(box)
  const { send, isSaving } = useSaveLine(box, options, past.forget)
  const { parsed, latest, latestOwed, confirmed } = box
  const isPending = box.isPending || past.isAsked
  /** The Enter that waits for the words, skills and people, or for the earlier line that is on its way into the box. */
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
    // Its kind and whom it means may have been chosen meanwhile; what was typed behind it, or over it, is not part of it.
    const isSame = meant === undefined || (meant.uid === current.uid && meant.text === current.text)
    send(isSame ? current : meant, waiting.keepOpen)
  })
  useEffect(() => {
    if (!isPending) onRead()
  }, [isPending])
  /** What the line is understood by cannot be read: Enter is taken back. */
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
    // Enter meant the earlier line that was on its way, or the line as it stood: not what is made of it.
    if (isForPast || (waiting !== null && box.withdraw())) setWaiting(null)
  }
  const discardOwed = ({ uid }: LineDraft) => {
    boxes.current.done.add(uid)
    box.changeOwed(latestOwed.current.filter((line) => line.uid !== uid))
  }
  return { ...box, past, canSave, saving: isSaving || waiting !== null, submit, type, discardOwed }
}
