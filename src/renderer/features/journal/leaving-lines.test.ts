import { expect, it } from 'vitest'
import { LeavingLines } from './leaving-lines.ts'

it('a line is on its way out until the list is read again', () => {
  let now = 0
  const moment = () => String(now++)
  const leaving = new LeavingLines(moment)
  const before = moment()
  leaving.begin('a')
  expect(leaving.has('a', before)).toBe(true)
  // This view was read while the change was being written, so it still has the entry.
  const meanwhile = moment()
  leaving.went('a')
  expect([before, meanwhile].map((stamp) => leaving.has('a', stamp))).toEqual([true, true])
  expect(leaving.isBack('a', meanwhile)).toBe(false)
  expect(leaving.has('b', before)).toBe(false)
  // An entry brought back by undo can be sorted again.
  const after = moment()
  expect([leaving.has('a', after), leaving.isBack('a', after)]).toEqual([false, true])
})

it('a line that could not go can be told again', () => {
  const leaving = new LeavingLines(() => '1')
  leaving.begin('a')
  leaving.stays('a')
  expect([leaving.has('a', '0'), leaving.isBack('a', '2')]).toEqual([false, false])
})
