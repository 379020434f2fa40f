import { expect, it } from 'vitest'
import { minutesWhenLeft, readMinutes } from './inbox-minutes-text.ts'

it('an emptied time means none by Enter, and what it was by going elsewhere', () => {
  expect([readMinutes(' ', 'en'), minutesWhenLeft(' ', 90, 'en')]).toEqual([0, 90])
  expect([readMinutes('1h 30m', 'en'), minutesWhenLeft('1h 30m', 20, 'en')]).toEqual([90, 90])
})

it('what cannot be read is no time, however the field is left', () => {
  expect([readMinutes('1h3o', 'en'), minutesWhenLeft('1h3o', 90, 'en')]).toEqual([null, null])
})
