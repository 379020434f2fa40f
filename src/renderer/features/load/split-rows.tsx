import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Parts } from '#shared/domain/load/split.ts'
import { CHOICES, LOAD_PARTS, type LoadPart } from '#shared/model/load.ts'
import classes from './load.module.css'
import { RadioRow } from './radio-row.tsx'
import { choiceOf, useDigits } from './use-digits.ts'

interface SplitRowsProps {
  parts: Partial<Parts>
  onChoose: (part: LoadPart, choice: number) => void
  /** Digits work wherever the focus is on the page, while a row is unanswered. */
  hearsPage: boolean
}

const isPlain = (event: KeyboardEvent) => !(event.ctrlKey || event.metaKey || event.altKey)

/** Three rows of five choices, each answered by one click or one digit. */
export function SplitRows({ parts, onChoose, hearsPage }: SplitRowsProps) {
  const { t } = useTranslation('load')
  const rows = useRef<HTMLDivElement>(null)
  const radiosOf = (index: number): HTMLElement[] => {
    const row = rows.current?.querySelectorAll('[role="radiogroup"]')[index]
    return [...(row?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])]
  }
  const focusRow = (index: number) =>
    radiosOf(index)
      .find(({ tabIndex }) => tabIndex === 0)
      ?.focus()
  const answer = (index: number, choice: number) => {
    const part = LOAD_PARTS[index]
    if (part === undefined) return
    onChoose(part, choice)
    if (index + 1 < LOAD_PARTS.length) focusRow(index + 1)
    else radiosOf(index)[choice]?.focus()
  }
  useDigits(
    hearsPage
      ? (digit) =>
          answer(
            LOAD_PARTS.findIndex((part) => parts[part] === undefined),
            digit,
          )
      : null,
  )
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!isPlain(event)) return
    const choice = choiceOf(event.nativeEvent)
    const row = { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key]
    if (choice === null && row === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (choice !== null) answer(index, choice)
    else if (row !== undefined) focusRow(row)
  }
  return (
    <div ref={rows} className={classes.split}>
      {LOAD_PARTS.map((part, index) => (
        <div key={part} className={classes.splitRow}>
          <div id={`load-${part}`}>
            <span className={classes.swatch} data-part={part} aria-hidden />
            {t(`part.${part}`)}
            <span className={classes.hint}>{t(`partHint.${part}`)}</span>
          </div>
          <RadioRow
            aria-labelledby={`load-${part}`}
            options={CHOICES.map((choice) => ({ value: choice, label: t(`choice.c${choice}`) }))}
            value={parts[part]}
            onChoose={(choice) => onChoose(part, choice)}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
        </div>
      ))}
    </div>
  )
}
