import { expect, it } from 'vitest'
import { inboxKeyOf } from './inbox-keys.ts'

const stroke = (key: string, code: string, held: object = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...held,
})

it.each([
  ['1', 'Digit1', { does: 'kind', place: 0 }],
  ['5', 'Numpad5', { does: 'kind', place: 4 }],
  ['é', 'Digit2', { does: 'kind', place: 1 }],
  ['t', 'KeyT', { does: 'time' }],
  ['е', 'KeyT', { does: 'time' }],
  ['в', 'KeyD', { does: 'done' }],
  ['у', 'KeyE', { does: 'edit' }],
  ['л', 'KeyK', { does: 'allKinds' }],
  ['Enter', 'Enter', { does: 'accept' }],
  ['Delete', 'Delete', { does: 'remove' }],
])('%s (%s)', (key, code, expected) => expect(inboxKeyOf(stroke(key, code))).toEqual(expected))

it.each([
  ['6', 'Digit6', {}],
  ['d', 'KeyD', { ctrlKey: true }],
  ['1', 'Digit1', { altKey: true }],
  ['1', 'Digit1', { repeat: true }],
  ['n', 'KeyN', {}],
  ['ArrowDown', 'Numpad2', {}],
  ['End', 'Numpad1', {}],
  ['Dead', 'Digit2', {}],
])('%s (%s, %j) is none', (key, code, held) => expect(inboxKeyOf(stroke(key, code, held))).toBeNull())
