import { useEffect, useEffectEvent } from 'react'
import { takesLetters } from '#renderer/lib/field-history.ts'
import { CHOICES } from '#shared/domain/load/split.ts'

/** Hears the digits of the choices wherever the focus is, but in a field; null = not now. */
export function useDigits(onDigit: ((digit: number) => void) | null): void {
  const isHeard = onDigit !== null
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesLetters(event.target)) return
    // A dialog or a menu in front has its own keys.
    if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]')) return
    const digit = CHOICES.find((one) => String(one) === event.key)
    if (digit === undefined || onDigit === null) return
    event.preventDefault()
    onDigit(digit)
  })
  useEffect(() => {
    if (!isHeard) return
    const root = document.documentElement
    root.addEventListener('keydown', onKeyDown)
    return () => root.removeEventListener('keydown', onKeyDown)
  }, [isHeard])
}
