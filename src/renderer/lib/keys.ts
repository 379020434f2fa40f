/** The parts of a keyboard event that tell which keys are held. */
export type KeyStroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>

export type Letter =
  | ('A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M')
  | ('N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z')

/** `N`, `Mod+Z`, `Mod+Shift+Z`, `?`; `Mod` is Ctrl or ⌘. */
export type Keys = `${'' | 'Mod+'}${'' | 'Shift+'}${Letter}` | '?'

/** Whether any modifier key is held. */
export const hasModifier = (stroke: Pick<KeyStroke, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean =>
  stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.shiftKey

/**
 * The digit of a key pressed without modifiers: by its character or, since some layouts (AZERTY) write digits with
 * Shift, by its position. Null for a key that writes nothing (the numeric keypad without NumLock: `ArrowDown`) and for
 * a key held down, which would answer row after row.
 */
export function digitOf(stroke: KeyStroke & { repeat?: boolean }): number | null {
  if (hasModifier(stroke) || stroke.isComposing || stroke.repeat) return null
  const byPlace = stroke.key.length === 1 ? /^Digit(\d)$/.exec(stroke.code)?.[1] : undefined
  const digit = /^\d$/.exec(stroke.key)?.[0] ?? byPlace
  return digit === undefined ? null : Number(digit)
}

/** A letter of any script but Latin, or a combining mark (Thai, Devanagari). */
const FOREIGN_LETTER = /^(?!\p{Script=Latin})[\p{L}\p{M}]+$/u

/**
 * Whether these keys are pressed.
 *
 * A letter is identified by the character the layout writes, as in other programs: Ctrl+Z is where Z is on QWERTY,
 * QWERTZ, AZERTY and Dvorak alike. Only if the key writes a letter of another script (Russian я on the key of Z) does
 * its position on the keyboard decide. The question mark is identified by the character alone, wherever the layout has
 * it and with or without Shift.
 */
export function isPressed(keys: Keys, stroke: KeyStroke): boolean {
  if (stroke.altKey || stroke.isComposing) return false
  if (keys.startsWith('Mod+') !== (stroke.ctrlKey || stroke.metaKey)) return false
  if (keys === '?') return stroke.key === '?'
  if (keys.includes('Shift+') !== stroke.shiftKey) return false
  const letter = keys.slice(-1)
  return FOREIGN_LETTER.test(stroke.key) ? stroke.code === `Key${letter}` : stroke.key.toUpperCase() === letter
}
