import type { KeyboardEvent } from 'react'

/**
 * Arrows, Home and End go from one of many small places to another, so that together they are one stop of the Tab key. `stops` selects
 * them within what hears the key, `steps` are how many of them each arrow goes on.
 */
export function focusByArrows(
  event: KeyboardEvent<Element>,
  stops: string,
  steps: Readonly<Record<string, number>>,
): void {
  const places = [...event.currentTarget.querySelectorAll<HTMLElement | SVGElement>(stops)]
  const at = places.indexOf(event.target as HTMLElement)
  const step = steps[event.key]
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? places.length - 1 : step === undefined ? -1 : at + step
  const isMove = step !== undefined || event.key === 'Home' || event.key === 'End'
  if (at < 0 || !isMove) return
  event.preventDefault()
  places[to]?.focus()
}
