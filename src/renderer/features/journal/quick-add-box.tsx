import { Button, Group, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { hasModifier } from '#renderer/lib/keys.ts'
import { today } from '#renderer/lib/today.ts'
import { EARLY_DRAFT, type EarlyLine, keptText, LINE_DRAFT, readEarly } from './early-line.ts'
import { HighlightedInput, type LineInput } from './highlighted-input.tsx'
import { KindPart } from './quick-add-kind-part.tsx'
import { type LineDraft, withChoice, withoutItem, withUnit } from './quick-add-line.ts'
import { QuickAddPreview } from './quick-add-preview.tsx'
import { type CaptureLineOptions, useCaptureLine } from './use-capture-line.ts'
import { useSuggestions } from './use-suggestions.ts'
import { UsualLines } from './usual-lines.tsx'

export interface QuickAddBoxProps extends Pick<CaptureLineOptions, 'about' | 'boxes' | 'onClose'> {
  /** What was typed before the box was loaded. */
  early: RefObject<EarlyLine | null>
}

/**
 * The box continues what was typed before it was loaded. It takes that over once the plain field is gone, not while the
 * box is first drawn: drawing may take a while, and letters typed meanwhile still go to the plain field.
 */
export function QuickAddBox({ about, early, boxes, onClose }: QuickAddBoxProps) {
  const drafts = useDraftBox()
  const [begun, setBegun] = useState<{ typed: EarlyLine | null } | null>(null)
  useLayoutEffect(() => {
    const typed = early.current ?? readEarly(drafts.read(EARLY_DRAFT), keptText(drafts.read(LINE_DRAFT)))
    setBegun((before) => before ?? { typed })
    early.current = null
  }, [early, drafts])
  return begun === null ? null : <Box about={about} typed={begun.typed} boxes={boxes} onClose={onClose} />
}

function Box(props: CaptureLineOptions) {
  const { t } = useTranslation('journal')
  const box = useCaptureLine(props)
  const { line, parsed, vocabulary, change, canSave, saving, submit } = box
  const input = useRef<LineInput>(null)
  /** The pressed button disappears together with its offer, so the focus returns to the line. */
  const take = (next: LineDraft) => {
    change(next)
    input.current?.focus()
  }
  const suggestions = useSuggestions(line, box.offers, (next, caret) => {
    change(next)
    input.current?.focus(caret)
  })
  /** The arrow key at the end of the text accepts what is suggested there, the kind first. */
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
      <OwedLines box={box} onDone={() => input.current?.focus()} />
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

interface OwedLinesProps {
  box: Pick<ReturnType<typeof useCaptureLine>, 'line' | 'owed' | 'takeOwed' | 'discardOwed'>
  onDone: () => void
}

/**
 * Lines confirmed earlier that are not known to be saved. They are listed so that they are not forgotten when another
 * line is in the field.
 */
function OwedLines({ box, onDone }: OwedLinesProps) {
  const { t } = useTranslation(['journal', 'common'])
  const take = (line: LineDraft) => {
    box.takeOwed(line)
    onDone()
  }
  const discard = (line: LineDraft) => {
    box.discardOwed(line)
    onDone()
  }
  return box.owed.map((line) => (
    <Group key={line.uid} justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" role="status">
        {t('capture.owed', { text: line.text })}
      </Text>
      <Group gap="xs" wrap="nowrap" flex="none">
        {box.line.text === '' && (
          <Button size="compact-sm" variant="subtle" onClick={() => take(line)}>
            {t('common:action.edit')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => discard(line)}>
          {t('common:form.discard')}
        </Button>
      </Group>
    </Group>
  ))
}
