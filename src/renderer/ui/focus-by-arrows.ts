import type { KeyboardEvent } from 'react'

/**
 * Arrow keys, Home and End move between many small elements, so that together they are one stop of the Tab key. `stops`
 * selects the elements inside the one that handles the key; `steps` says by how many of them each arrow moves. With a
 * modifier the keys mean something else: Alt and an arrow is Back.
 */
export function focusByArrows(
  event: KeyboardEvent<Element>,
  stops: string,
  steps: Readonly<Record<string, number>>,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const places = [...event.currentTarget.querySelectorAll<HTMLElement | SVGElement>(stops)]
  const at = places.indexOf(event.target as HTMLElement)
  const step = steps[event.key]
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? places.length - 1 : step === undefined ? -1 : at + step
  const isMove = step !== undefined || event.key === 'Home' || event.key === 'End'
  if (at < 0 || !isMove) return
  event.preventDefault()
  places[to]?.focus()
}
