/** What of a keyboard event says which keys are held. */
export type KeyStroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>

export type Letter =
  | ('A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M')
  | ('N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z')

/** `N`, `Mod+Z`, `Mod+Shift+Z`, `?`; `Mod` is Ctrl or ⌘. */
export type Keys = `${'' | 'Mod+'}${'' | 'Shift+'}${Letter}` | '?'

/** Any key of those that make another stroke of one is held with it. */
export const hasModifier = (stroke: Pick<KeyStroke, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean =>
  stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.shiftKey

/**
 * The digit that is pressed alone: by what the layout writes, or by its place, since some layouts (AZERTY) write digits with Shift. A
 * key that writes nothing (the pad of numbers without NumLock: `ArrowDown`) is none. Nor is one held down: it would answer line after
 * line.
 */
export function digitOf(stroke: KeyStroke & { repeat?: boolean }): number | null {
  if (hasModifier(stroke) || stroke.isComposing || stroke.repeat) return null
  const byPlace = stroke.key.length === 1 ? /^Digit(\d)$/.exec(stroke.code)?.[1] : undefined
  const digit = /^\d$/.exec(stroke.key)?.[0] ?? byPlace
  return digit === undefined ? null : Number(digit)
}

/** A letter of any script but the Latin one, or a mark that stands for one (Thai, Devanagari). */
const FOREIGN_LETTER = /^(?!\p{Script=Latin})[\p{L}\p{M}]+$/u

/**
 * Whether these keys are the ones pressed.
 *
 * A letter is the one that the layout writes, as every other program on the machine takes it: Ctrl+Z is where Z is on
 * QWERTY, QWERTZ, AZERTY and Dvorak alike. Only where the key writes a letter of another script (Russian я on the key
 * of Z) its place on the keyboard decides. The question mark goes by what is written alone, wherever the layout keeps
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
