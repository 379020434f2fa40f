import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useFieldMessage } from '#renderer/lib/use-item-form.ts'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { addLine, editLine, FOCUS_LENGTH, FOCUS_LINES, type FocusLine, moveLine, removeLine } from './focus-lines.ts'
import classes from './review-guide.module.css'
import { GuideStep } from './step-rail.tsx'
import type { ReviewDraft } from './use-review-draft.ts'

/** The focus of the next year, line by line. */
export function FocusStep({ draft }: { draft: ReviewDraft }) {
  const { t } = useTranslation('reviews')
  const { lines } = draft
  const list = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"]`)?.focus()
    wanted.current = null
  })
  const change = (next: FocusLine[], focusOn: number) => {
    wanted.current = next[Math.max(0, Math.min(focusOn, next.length - 1))]?.id ?? null
    draft.setLines(next)
  }
  const full = lines.length >= FOCUS_LINES
  return (
    <GuideStep step="focus" lead={t('guide.focus.lead')}>
      <div ref={list}>
        {lines.length === 0 && <p className={classes.hint}>{t('guide.focus.empty')}</p>}
        {lines.map((line, index) => (
          <LineField
            key={line.id}
            line={line}
            index={index}
            count={lines.length}
            onText={(text) => draft.setLines(editLine(lines, index, text))}
            onAdd={() => change(addLine(lines, index), index + 1)}
            onMove={(by) => change(moveLine(lines, index, by), index + by)}
            onRemove={() => change(removeLine(lines, index), index - 1)}
            onBlur={() => void draft.flush()}
          />
        ))}
      </div>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        disabled={full}
        onClick={() => change(addLine(lines, lines.length - 1), lines.length)}
      >
        {t('guide.focus.add')}
      </Button>
      {full && <p className={classes.hint}>{t('guide.focus.full')}</p>}
    </GuideStep>
  )
}

interface LineFieldProps {
  line: FocusLine
  index: number
  count: number
  onText: (text: string) => void
  onAdd: () => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onBlur: () => void
}

function LineField({ line, index, onText, onBlur, ...rest }: LineFieldProps) {
  const { t } = useTranslation('reviews')
  const message = useFieldMessage()
  const format = useFormat()
  const text = format.text(line.text)
  const { onAdd, onMove, onRemove } = rest
  const onKeyDown = (event: KeyboardEvent) => {
    const action = () => {
      if (event.key === 'Enter') return onAdd
      if (event.key === 'Backspace' && text === '') return onRemove
      if (!event.altKey) return null
      if (event.key === 'ArrowUp') return () => onMove(-1)
      return event.key === 'ArrowDown' ? () => onMove(1) : null
    }
    const act = action()
    if (act === null || event.nativeEvent.isComposing) return
    event.preventDefault()
    act()
  }
  return (
    <div className={classes.line}>
      <span className={classes.lineNumber} aria-hidden>
        {index + 1}
      </span>
      <TextArea
        aria-label={t('guide.focus.line', { number: index + 1 })}
        data-line={line.id}
        minRows={1}
        maxLength={FOCUS_LENGTH}
        error={text.length >= FOCUS_LENGTH && message('line.tooLong')}
        placeholder={t('guide.focus.placeholder')}
        value={text}
        onChange={(event) => onText(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <LineActions index={index} {...rest} />
    </div>
  )
}

type LineActionsProps = Pick<LineFieldProps, 'index' | 'count' | 'onMove' | 'onRemove'>

function LineActions({ index, count, onMove, onRemove }: LineActionsProps) {
  const { t } = useTranslation('reviews')
  const number = index + 1
  const button = { variant: 'subtle', color: 'gray', size: 'input-sm' } as const
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon
        {...button}
        aria-label={t('guide.focus.up', { number })}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        {...button}
        aria-label={t('guide.focus.down', { number })}
        disabled={number === count}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon {...button} aria-label={t('guide.focus.remove', { number })} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  )
}
