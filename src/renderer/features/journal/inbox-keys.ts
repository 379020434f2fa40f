import { digitOf, hasModifier, isPressed, type KeyStroke } from '#renderer/lib/keys.ts'

/** What a key does with the focused entry of the inbox. */
type InboxKey = { does: 'kind'; place: number } | { does: 'accept' | 'allKinds' | 'time' | 'done' | 'edit' | 'remove' }

const LETTERS = [
  ['K', 'allKinds'],
  ['T', 'time'],
  ['D', 'done'],
  ['E', 'edit'],
] as const

/** How many kinds have a digit, from 1. */
const KINDS = 5

/**
 * The action of a key. Letters are read by the character, or by the position of the key where the layout writes no
 * Latin letters; digits as in `digitOf`. Null for every other key.
 */
export function inboxKeyOf(stroke: KeyStroke & { repeat?: boolean }): InboxKey | null {
  if (hasModifier(stroke) || stroke.isComposing) return null
  // A key held down would sort one entry after another.
  if (stroke.repeat) return null
  const digit = digitOf(stroke)
  if (digit !== null && 1 <= digit && digit <= KINDS) return { does: 'kind', place: digit - 1 }
  if (stroke.key === 'Enter') return { does: 'accept' }
  if (stroke.key === 'Delete') return { does: 'remove' }
  const letter = LETTERS.find(([key]) => isPressed(key, stroke))
  return letter === undefined ? null : { does: letter[1] }
}
