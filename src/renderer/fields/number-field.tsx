import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { printNumber, readNumber } from '#shared/domain/reading/read-number.ts'
import classes from './number-field.module.css'
import { ReadingField, type ReadingInput } from './reading-field.tsx'

interface NumberFieldProps extends ReadingInput<number> {
  /** Only whole numbers are meaningful. */
  whole?: boolean
  /** Units that may be typed after the number. */
  units?: readonly string[]
  /** Range of the arrow keys; the form's rules decide what may be saved. */
  min?: number
  max?: number
  /** With step buttons, for a small number. */
  withSteps?: boolean
}

/** Units people type after such a number, in both languages. */
export const PERCENT = ['%']
export const DAY_UNITS = ['дн', 'день', 'дня', 'дней', 'd', 'day', 'days']
export const YEAR_UNITS = ['г', 'год', 'года', 'лет', 'y', 'year', 'years']

const isNumber = (value: number | string): value is number => typeof value === 'number'

const withoutSpaces = (text: string) => text.replace(/[\s%]/g, '').replace('−', '-')

/** Digits with at most one unambiguous decimal sign, or text equal to the printed number. */
const isPlain = (text: string, printed: string) =>
  /^[-−]?\d+([.,](\d{0,2}|\d{4,}))?$/.test(text.trim()) || withoutSpaces(text) === withoutSpaces(printed)

/**
 * A number, or none: everything `readNumber` reads. A number out of range stays as typed and fails the form's rules.
 * The arrow keys count up and down.
 */
export function NumberField(props: NumberFieldProps) {
  const { whole = false, units = [], min, max, withSteps, onChange, onKeyDown, value = null, ...rest } = props
  const { t } = useTranslation(['common', 'errors'])
  const { language } = useFormat()
  const rules = { language, whole, units }
  const step = (by: number) => {
    if (typeof value === 'string') return
    const next = Number(((value ?? 0) + (value === null ? 0 : by)).toPrecision(15))
    onChange?.(Math.min(max ?? next, Math.max(min ?? next, next)))
  }
  const explain = (text: string, number: number) => {
    const other = readNumber(text, rules)?.other ?? null
    const shown = printNumber(number, language)
    if (other !== null) return t('form.readAsNot', { value: shown, other: printNumber(other, language) })
    return isPlain(text, shown) ? null : t('form.readAs', { value: shown })
  }
  return (
    <ReadingField
      {...rest}
      value={value}
      onChange={(next) => onChange?.(next)}
      isValue={isNumber}
      read={(text) => readNumber(text, rules)?.value ?? null}
      print={(number) => printNumber(number, language)}
      explain={explain}
      unreadable={() => t('errors:field.number.unreadable')}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        onKeyDown?.(event)
        const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
        if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        step(by)
      }}
      {...(withSteps && { rightSection: <Steps onStep={step} />, rightSectionWidth: 24 })}
    />
  )
}

/** For the mouse only; hidden from screen readers because the arrow keys do the same. */
function Steps({ onStep }: { onStep: (by: number) => void }) {
  return (
    <div className={classes.steps} aria-hidden>
      <UnstyledButton tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => onStep(1)}>
        <IconChevronUp size={12} />
      </UnstyledButton>
      <UnstyledButton tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => onStep(-1)}>
        <IconChevronDown size={12} />
      </UnstyledButton>
    </div>
  )
}
