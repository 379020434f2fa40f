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
import { emptyLine, type LineDraft, withChoice, withoutItem, withPeople, withUnit } from './quick-add-line.ts'
import { QuickAddPreview } from './quick-add-preview.tsx'
import { usePastLines } from './use-past-lines.ts'
import { useQuickAddLine } from './use-quick-add-line.ts'
import { useSuggestions } from './use-suggestions.ts'

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

function useCaptureLine({ about, typed, onClose }: BoxProps) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const box = useQuickAddLine(about, typed)
  const past = usePastLines(box)
  const { line, parsed, change, latest } = box
  const isPending = box.isPending || past.isAsked
  const save = useMutation({
    mutationFn: (capture: Capture) => client.journal.capture(toSend(capture)),
    onSuccess: ({ batchId }, capture) => {
      undoable(t('capture.saved', { title: capture.parsed.title }), batchId)
      // The next line is about the same item, unless that was taken away.
      const same = capture.line.about.filter(({ uid }) => uid === about?.uid)
      const next = { ...emptyLine(today()), about: same }
      // What was typed while it was being saved stays, as a line of its own.
      const isLonger = latest.current.text !== capture.line.text
      change(isLonger ? { ...next, text: latest.current.text } : next)
      box.forget()
      past.forget()
      if (!isLonger && !capture.keepOpen) onClose()
    },
  })
  const canSave = parsed.title !== '' && !parsed.problems.some((problem) => problem.code === 'title.tooLong')
  /** Saving was asked for before the words, skills and people were there; null = it was not. */
  const [waiting, setWaiting] = useState(typed?.enter ?? null)
  const submit = (keepOpen: boolean) => {
    if (save.isPending || (!canSave && !past.isAsked)) return
    if (isPending) {
      setWaiting({ keepOpen })
      return
    }
    const sent = withPeople(line, newNamesIn(parsed).length)
    change(sent)
    box.keepNow()
    save.mutate({ parsed, line: sent, keepOpen })
  }
  const onRead = useEffectEvent(() => {
    setWaiting(null)
    if (waiting !== null) submit(waiting.keepOpen)
  })
  useEffect(() => {
    if (!isPending) onRead()
  }, [isPending])
  const type = (text: string) => {
    // Enter meant the earlier line that was on its way, not the one typed in its place.
    if (past.isAsked) setWaiting(null)
    box.type(text)
  }
  return { ...box, past, canSave, saving: save.isPending || waiting !== null, submit, type }
}

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
