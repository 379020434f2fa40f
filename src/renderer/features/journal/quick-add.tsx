import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import { today } from '#renderer/lib/today.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { QuickAdd } from '#shared/domain/capture/quick-add.ts'
import { newNamesIn, toCapture } from '#shared/domain/capture/to-capture.ts'
import { HighlightedInput } from './highlighted-input.tsx'
import { KindPart } from './quick-add-kind-part.tsx'
import { emptyLine, type LineDraft, withPeople, withUnit } from './quick-add-line.ts'
import { QuickAddPreview } from './quick-add-preview.tsx'
import { useQuickAddLine } from './use-quick-add-line.ts'

/** What is sent of a line; the people it names have their uids by their place in it. */
const toSend = ({ parsed, line }: Capture) => toCapture(parsed, line.uid, (place) => line.people[place] ?? newUid())

/** One box for anything done: parsed while typing, saved with Enter. */
export function QuickAddDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['journal', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('capture.title')}
      size={680}
      yOffset="14vh"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <QuickAddBox onClose={onClose} />
    </Modal>
  )
}

/** What is being saved: the line as understood and as typed. */
interface Capture {
  parsed: QuickAdd
  line: LineDraft
  keepOpen: boolean
}

function useCaptureLine(onClose: () => void) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const box = useQuickAddLine()
  const { line, parsed, change, latest } = box
  const save = useMutation({
    mutationFn: (capture: Capture) => client.journal.capture(toSend(capture)),
    onSuccess: ({ batchId }, capture) => {
      undoable(t('capture.saved', { title: capture.parsed.title }), batchId)
      const next = emptyLine(today())
      // What was typed while it was being saved stays, as a line of its own.
      const isLonger = latest.current.text !== capture.line.text
      change(isLonger ? { ...next, text: latest.current.text } : next)
      box.forget()
      if (!isLonger && !capture.keepOpen) onClose()
    },
  })
  const canSave = parsed.title !== '' && !parsed.problems.some((problem) => problem.code === 'title.tooLong')
  /** Saving was asked for before the words, skills and people were there; null = it was not. */
  const [waiting, setWaiting] = useState<{ keepOpen: boolean } | null>(null)
  const submit = (keepOpen: boolean) => {
    if (!canSave || save.isPending) return
    if (box.isPending) {
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
    if (!box.isPending) onRead()
  }, [box.isPending])
  return { ...box, canSave, saving: save.isPending || waiting !== null, submit }
}

function QuickAddBox({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('journal')
  const { line, parsed, vocabulary, type, change, canSave, saving, submit } = useCaptureLine(onClose)
  const input = useRef<{ focus(): void }>(null)
  /** What was pressed is gone with what it offered: the focus goes on in the line. */
  const take = (next: LineDraft) => {
    change(next)
    input.current?.focus()
  }
  /** The arrow that would leave the end of the text takes what is suggested there, the kind first. */
  const acceptAtEnd = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length
    if (event.key !== 'ArrowRight' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || !isAtEnd)
      return
    const { kind, minutes } = parsed.suggested
    if (kind !== null) change({ ...line, kind })
    else if (minutes !== null) change(withUnit(line, minutes.end, t('capture.minuteUnit')))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    acceptAtEnd(event)
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
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
        onChange={type}
        onKeyDown={onKeyDown}
        tokens={parsed.tokens}
        problems={parsed.problems}
      />
      <QuickAddPreview
        parsed={parsed}
        vocabulary={vocabulary}
        typedOn={line.typedOn}
        onToday={() => take({ ...line, typedOn: today() })}
        onMinutes={(end) => take(withUnit(line, end, t('capture.minuteUnit')))}
      />
      {parsed.title !== '' && (
        <KindPart
          parsed={parsed}
          chosen={line.kind}
          onAccept={(kind) => take({ ...line, kind })}
          onChoose={(kind) => change({ ...line, kind })}
        />
      )}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {t('capture.hint')}
        </Text>
        <Button onClick={() => submit(false)} disabled={!canSave} loading={saving}>
          {t('capture.save')}
        </Button>
      </Group>
    </Stack>
  )
}
