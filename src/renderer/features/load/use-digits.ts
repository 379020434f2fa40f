import { takesLetters } from '#renderer/lib/field-history.ts'
import { digitOf } from '#renderer/lib/keys.ts'
import { useKeyDown } from '#renderer/lib/use-key-down.ts'
import { CHOICES } from '#shared/model/load.ts'

/** The choice that belongs to the pressed digit. */
export function choiceOf(event: KeyboardEvent): number | null {
  const digit = digitOf(event)
  return digit !== null && CHOICES.some((choice) => choice === digit) ? digit : null
}

/** Handles the digits of the choices wherever the focus is, except in a field; null = off. */
export function useDigits(onDigit: ((digit: number) => void) | null): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || takesLetters(event.target)) return
    // A dialog or a menu in front has its own keys, and in the panel digits belong to the open item.
    if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], aside')) return
    const digit = choiceOf(event)
    if (digit === null || onDigit === null) return
    event.preventDefault()
    onDigit(digit)
  }
  useKeyDown(onDigit === null ? null : onKeyDown)
}
