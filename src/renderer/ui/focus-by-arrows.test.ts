import type { KeyboardEvent } from 'react'
import { expect, test } from 'vitest'
import { focusByArrows } from './focus-by-arrows.ts'

/** The place that has the focus after a key pressed at the second of three, and whether the key was taken. */
function pressed(key: string, modifiers: Partial<KeyboardEvent> = {}) {
  const at = { focused: 1, isTaken: false }
  const places = [0, 1, 2].map((place) => ({
    focus: () => {
      at.focused = place
    },
  }))
  const event = {
    ...{ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers },
    key,
    target: places[1],
    currentTarget: { querySelectorAll: () => places },
    preventDefault: () => {
      at.isTaken = true
    },
  }
  focusByArrows(event as unknown as KeyboardEvent<Element>, 'button', { ArrowLeft: -1, ArrowRight: 1 })
  return [at.focused, at.isTaken]
}

test('arrows, Home and End move, and other keys are left', () => {
  expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'ArrowUp'].map((key) => pressed(key))).toEqual([
    [0, true],
    [2, true],
    [0, true],
    [2, true],
    [1, false],
  ])
})

test.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])('with %s they are left to the browser', (modifier) => {
  expect(pressed('ArrowLeft', { [modifier]: true })).toEqual([1, false])
})
