import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import { today } from '#renderer/lib/today.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { QuickAdd } from '#shared/domain/capture/quick-add-reading.ts'
import { newNamesIn, toCapture } from '#shared/domain/capture/to-capture.ts'
import type { EarlyLine } from './early-line.ts'
import { HighlightedInput, type LineInput } from './highlighted-input.tsx'
import { KindPart } from './quick-add-kind-part.tsx'
import {
  emptyLine,
  type LineDraft,
  type TypedText,
  typedBehind,
  withChoice,
  withoutItem,
  withPeople,
  withUnit,
} from './quick-add-line.ts'
import { QuickAddPreview } from './quick-add-preview.tsx'
import { usePastLines } from './use-past-lines.ts'
import { useQuickAddLine } from './use-quick-add-line.ts'
import { useSuggestions } from './use-suggestions.ts'
import { UsualLines } from './usual-lines.tsx'

export interface QuickAddBoxProps {
  /** The item it was opened for. */
  about: CaptureTarget | null
  /** What was typed before the box was there. */
  early: RefObject<EarlyLine | null>
  onClose: () => void
}

/** What is sent of a line; the people it names have their uids by their place in it. */
const toSend = ({ parsed, line }: Capture) => toCapture(parsed, line.uid, (place) => line.people[place] ?? newUid())

/** What is being saved: the line as understood and as typed. */
interface Capture {
  parsed: QuickAdd
  line: LineDraft
  keepOpen: boolean
}

/** Saving that was asked for before the words, skills and people were there. */
interface Waiting {
  keepOpen: boolean
  /** The line that is to be saved; null = the earlier one that is on its way into the box. */
  line: LineDraft | null
}

function useCaptureLine({ about, typed, onClose }: BoxProps) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const box = useQuickAddLine(about, typed)
  const past = usePastLines(box)
  const { parsed, change, latest, confirmed } = box
  const isPending = box.isPending || past.isAsked
  const save = useMutation({
    mutationFn: (capture: Capture) => client.journal.capture(toSend(capture)),
    onSuccess: ({ batchId }, capture) => {
      undoable(t('capture.saved', { title: capture.parsed.title }), batchId)
      past.forget()
      const { current } = latest
      // Another line has come in its place already; or Enter was pressed twice, and the first answer has made room.
      if (current.uid !== capture.line.uid) return box.forget()
      // What was typed after Enter is a line of its own, about the same item, unless that was taken away.
      const rest = typedBehind(current.text, capture.line.text)
      const same = capture.line.about.filter(({ uid }) => uid === about?.uid)
      change({ ...emptyLine(today()), about: same, text: rest, meant: current.meant })
      box.forget()
      if (rest === '' && !capture.keepOpen) onClose()
    },
  })
  const [waiting, setWaiting] = useState<Waiting | null>(
    typed?.enter && confirmed ? { keepOpen: typed.enter.keepOpen, line: confirmed } : null,
  )
  const send = (line: LineDraft, keepOpen: boolean) => {
    const parsed = box.understand(line)
    if (!canBeSaved(parsed)) return
    const sent = withPeople(line, newNamesIn(parsed).length)
    // Sent again, its people have the same uids as well.
    change({ ...latest.current, people: sent.people })
    box.keepNow()
    save.mutate({ parsed, line: sent, keepOpen })
  }
  const submit = (keepOpen: boolean) => {
    const { current } = latest
    if (save.isPending || waiting !== null || (!canBeSaved(parsed) && !past.isAsked)) return
    if (isPending) setWaiting({ keepOpen, line: past.isAsked ? null : current })
    else send(current, keepOpen)
  }
  const onRead = useEffectEvent(() => {
    setWaiting(null)
    if (waiting === null) return
    const { current } = latest
    // Its kind and whom it means may have been chosen meanwhile; what was typed behind it is not part of it.
    const isSame = waiting.line === null || waiting.line.text === current.text
    send(isSame || waiting.line === null ? current : waiting.line, waiting.keepOpen)
  })
  useEffect(() => {
    if (!isPending) onRead()
  }, [isPending])
  const type = (typed: TypedText) => {
    // Enter meant the line as it stood, or the earlier one that was on its way: not what is made of it, or typed in its place.
    const isBehind = !typed.isNew && waiting?.line && typed.text.startsWith(waiting.line.text)
    if (!isBehind) setWaiting(null)
    box.type(typed)
  }
  return { ...box, past, canSave: canBeSaved(parsed), saving: save.isPending || waiting !== null, submit, type }
}

const canBeSaved = ({ title, problems }: QuickAdd) =>
  title !== '' && !problems.some(({ code }) => code === 'title.tooLong')

/**
 * The box goes on from what was typed before it was there. That is taken up when the plain field is gone and not while the box is
 * first drawn, which may take a while and in which the next letters go to the field still.
 */
export function QuickAddBox({ about, early, onClose }: QuickAddBoxProps) {
  const [begun, setBegun] = useState<{ typed: EarlyLine | null } | null>(null)
  useLayoutEffect(() => {
    const typed = early.current
    setBegun((before) => before ?? { typed })
    early.current = null
  }, [early])
  return begun === null ? null : <Box about={about} typed={begun.typed} onClose={onClose} />
}

interface BoxProps extends Pick<QuickAddBoxProps, 'about' | 'onClose'> {
  /** What was typed before; null = nothing. */
  typed: EarlyLine | null
}

function Box(props: BoxProps) {
  const { t } = useTranslation('journal')
  const box = useCaptureLine(props)
  const { line, parsed, vocabulary, change, canSave, saving, submit } = box
  const input = useRef<LineInput>(null)
  /** What was pressed is gone with what it offered: the focus goes on in the line. */
  const take = (next: LineDraft) => {
    change(next)
    input.current?.focus()
  }
  const suggestions = useSuggestions(line, box.offers, (next, caret) => {
    change(next)
    input.current?.focus(caret)
  })
  /** The arrow that would leave the end of the text takes what is suggested there, the kind first. */
  const acceptAtEnd = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length
    if (event.key !== 'ArrowRight' || hasModifier(event) || !isAtEnd) return
    const { kind, minutes } = parsed.suggested
    if (kind !== null) change({ ...line, kind })
    else if (minutes !== null) change(withUnit(line, minutes.end, t('capture.minuteUnit')))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || suggestions.onKeyDown(event)) return
    acceptAtEnd(event)
    if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !hasModifier(event)) {
      if (box.past.recall(event.key === 'ArrowUp' ? 1 : -1)) event.preventDefault()
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    submit(event.shiftKey)
  }
  return (
    <Stack gap="sm">
      <HighlightedInput
        handle={input}
        label={t('capture.title')}
        placeholder={t('capture.placeholder')}
        value={line.text}
        onChange={box.type}
        onKeyDown={onKeyDown}
        tokens={parsed.tokens}
        problems={parsed.problems}
        suggestions={suggestions}
      />
      <UsualLines line={line} read={box.read} onTake={take} />
      <QuickAddPreview
        parsed={parsed}
        line={line}
        vocabulary={vocabulary}
        onToday={() => take({ ...line, typedOn: today() })}
        onMinutes={(end) => take(withUnit(line, end, t('capture.minuteUnit')))}
        onChoose={(text, uid) => take(withChoice(line, text, uid))}
        onTakeAway={(uid) => take(withoutItem(line, uid))}
      />
      {parsed.title !== '' && (
        <KindPart
          parsed={parsed}
          chosen={line.kind}
          onAccept={(kind) => take({ ...line, kind })}
          onChoose={(kind) => change({ ...line, kind })}
        />
      )}
      <Group justify="space-between" gap="xs" wrap="nowrap" align="end">
        <Text size="xs" c="dimmed">
          {t(line.text === '' ? 'capture.hintEmpty' : 'capture.hint')}
        </Text>
        <Button onClick={() => submit(false)} disabled={!canSave} loading={saving} flex="none">
          {t('capture.save')}
        </Button>
      </Group>
    </Stack>
  )
}

const hasModifier = ({ shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent) => shiftKey || altKey || ctrlKey || metaKey
