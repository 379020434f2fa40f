import { digitOf, hasModifier, isPressed, type KeyStroke } from '#renderer/lib/keys.ts'

/** What a key does with the line of the inbox that has the focus. */
type InboxKey = { does: 'kind'; place: number } | { does: 'accept' | 'allKinds' | 'time' | 'done' | 'edit' | 'remove' }

const LETTERS = [
  ['K', 'allKinds'],
  ['T', 'time'],
  ['D', 'done'],
  ['E', 'edit'],
] as const

/** Places of the kinds among the digits, from 1. */
const KINDS = 5

/** Letters by what the layout writes, or by their place where it writes no Latin ones; digits as `digitOf`. Null for every other key. */
export function inboxKeyOf(stroke: KeyStroke & { repeat?: boolean }): InboxKey | null {
  if (hasModifier(stroke) || stroke.isComposing) return null
  // Held down, a key would sort line after line.
  if (stroke.repeat) return null
  const digit = digitOf(stroke)
  if (digit !== null && 1 <= digit && digit <= KINDS) return { does: 'kind', place: digit - 1 }
  if (stroke.key === 'Enter') return { does: 'accept' }
  if (stroke.key === 'Delete') return { does: 'remove' }
  const letter = LETTERS.find(([key]) => isPressed(key, stroke))
  return letter === undefined ? null : { does: letter[1] }
}
