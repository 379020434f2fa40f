import { isPressed, type KeyStroke } from '#renderer/lib/keys.ts'

/** What a key does with the line of the inbox that has the focus. */
export type InboxKey =
  | { does: 'kind'; place: number }
  | { does: 'accept' | 'allKinds' | 'time' | 'done' | 'edit' | 'remove' }

const LETTERS = [
  ['K', 'allKinds'],
  ['T', 'time'],
  ['D', 'done'],
  ['E', 'edit'],
] as const

/**
 * Letters by what the layout writes, or by their place where it writes no Latin ones; digits by their place as well, since some
 * layouts (AZERTY) write them with Shift. A key that writes nothing (the pad of numbers without NumLock: `ArrowDown`) is none of
 * them. Null for every other key.
 */
export function inboxKeyOf(stroke: KeyStroke & { repeat?: boolean }): InboxKey | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.shiftKey || stroke.isComposing) return null
  // Held down, a key would sort line after line.
  if (stroke.repeat) return null
  const byPlace = stroke.key.length === 1 ? /^Digit([1-5])$/.exec(stroke.code)?.[1] : undefined
  const digit = /^[1-5]$/.exec(stroke.key)?.[0] ?? byPlace
  if (digit !== undefined) return { does: 'kind', place: Number(digit) - 1 }
  if (stroke.key === 'Enter') return { does: 'accept' }
  if (stroke.key === 'Delete') return { does: 'remove' }
  const letter = LETTERS.find(([key]) => isPressed(key, stroke))
  return letter === undefined ? null : { does: letter[1] }
}
