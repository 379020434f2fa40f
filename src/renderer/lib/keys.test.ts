import { describe, expect, test } from 'vitest'
import { digitOf, isPressed, type KeyStroke, type Keys } from './keys.ts'

type Held = Partial<Pick<KeyStroke, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>>

const stroke = (key: string, code: string, held: Held = {}): KeyStroke => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...held,
})

/** Keys of each layout as the browsers report them: the character, then the position on QWERTY. */
const LAYOUTS = {
  QWERTY: { N: ['n', 'KeyN'], K: ['k', 'KeyK'], Z: ['z', 'KeyZ'], Y: ['y', 'KeyY'] },
  QWERTZ: { N: ['n', 'KeyN'], K: ['k', 'KeyK'], Z: ['z', 'KeyY'], Y: ['y', 'KeyZ'] },
  AZERTY: { N: ['n', 'KeyN'], K: ['k', 'KeyK'], Z: ['z', 'KeyW'], Y: ['y', 'KeyY'] },
  Dvorak: { N: ['n', 'KeyL'], K: ['k', 'KeyV'], Z: ['z', 'Slash'], Y: ['y', 'KeyT'] },
  Russian: { N: ['т', 'KeyN'], K: ['л', 'KeyK'], Z: ['я', 'KeyZ'], Y: ['н', 'KeyY'] },
  Greek: { N: ['ν', 'KeyN'], K: ['κ', 'KeyK'], Z: ['ζ', 'KeyZ'], Y: ['υ', 'KeyY'] },
  Hebrew: { N: ['מ', 'KeyN'], K: ['ל', 'KeyK'], Z: ['ז', 'KeyZ'], Y: ['ט', 'KeyY'] },
  Thai: { N: ['\u0e37', 'KeyN'], K: ['\u0e32', 'KeyK'], Z: ['ผ', 'KeyZ'], Y: ['\u0e31', 'KeyY'] },
} as const satisfies Record<string, Partial<Record<Keys, [key: string, code: string]>>>

const LETTERS = ['N', 'K', 'Z', 'Y'] as const

/** Keys at the position of a QWERTY letter that write another letter. */
const OTHERS: [layout: string, letter: 'N' | 'K' | 'Z' | 'Y', key: string][] = [
  ['QWERTZ', 'Z', 'y'],
  ['QWERTZ', 'Y', 'z'],
  ['AZERTY', 'Z', 'w'],
  ['Dvorak', 'N', 'b'],
  ['Dvorak', 'K', 't'],
  ['Dvorak', 'Z', ';'],
  ['Dvorak', 'Y', 'f'],
]

describe.each(Object.entries(LAYOUTS))('%s', (_, letters) => {
  test.each(LETTERS)('finds %s', (letter) => {
    const [key, code] = letters[letter]
    expect(isPressed(letter, stroke(key, code))).toBe(true)
    expect(isPressed(letter, stroke(key.toUpperCase(), code))).toBe(true)
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      expect(isPressed(`Mod+${letter}`, stroke(key, code, held))).toBe(true)
      expect(isPressed(`Mod+Shift+${letter}`, stroke(key.toUpperCase(), code, { ...held, shiftKey: true }))).toBe(true)
      expect(isPressed(letter, stroke(key, code, held))).toBe(false)
      expect(isPressed(`Mod+${letter}`, stroke(key.toUpperCase(), code, { ...held, shiftKey: true }))).toBe(false)
    }
    for (const other of LETTERS.filter((each) => each !== letter))
      expect(isPressed(`Mod+${other}`, stroke(key, code, { ctrlKey: true }))).toBe(false)
  })
})

test.each(OTHERS)('%s: what the key of %s writes, %s, is another letter', (_, letter, key) => {
  const code = `Key${letter}`
  expect(isPressed(letter, stroke(key, code))).toBe(false)
  expect(isPressed(`Mod+${letter}`, stroke(key, code, { ctrlKey: true }))).toBe(false)
})

test.each([
  ['QWERTY', stroke('?', 'Slash', { shiftKey: true }), true],
  ['QWERTZ', stroke('?', 'Minus', { shiftKey: true }), true],
  ['AZERTY', stroke('?', 'KeyM', { shiftKey: true }), true],
  ['Russian', stroke('?', 'Digit7', { shiftKey: true }), true],
  ['a key of its own', stroke('?', 'Slash'), true],
  ['QWERTY 7', stroke('&', 'Digit7', { shiftKey: true }), false],
  ['QWERTZ 7', stroke('/', 'Digit7', { shiftKey: true }), false],
  ['AZERTY 7', stroke('7', 'Digit7', { shiftKey: true }), false],
  ['AZERTY 7 without Shift', stroke('è', 'Digit7'), false],
])('the question mark: %s', (_, pressed, found) => expect(isPressed('?', pressed)).toBe(found))

test('Alt, AltGr (Ctrl+Alt on Windows) and letters being composed belong to the layout', () => {
  expect(isPressed('Mod+Z', stroke('z', 'KeyZ', { ctrlKey: true, altKey: true }))).toBe(false)
  expect(isPressed('N', stroke('n', 'KeyN', { altKey: true }))).toBe(false)
  expect(isPressed('N', { ...stroke('n', 'KeyN'), isComposing: true })).toBe(false)
})

test('a digit is what is written, or its place on a layout that writes it with Shift; never one that is held down', () => {
  expect(digitOf(stroke('4', 'Digit4'))).toBe(4)
  expect(digitOf(stroke('4', 'Numpad4'))).toBe(4)
  expect(digitOf(stroke("'", 'Digit4'))).toBe(4)
  expect(digitOf(stroke('à', 'Digit0'))).toBe(0)
  expect(digitOf(stroke('ArrowLeft', 'Numpad4'))).toBeNull()
  expect(digitOf(stroke('4', 'Digit4', { ctrlKey: true }))).toBeNull()
  expect(digitOf({ ...stroke('4', 'Digit4'), repeat: true })).toBeNull()
})
