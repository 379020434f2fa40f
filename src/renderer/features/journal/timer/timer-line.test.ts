import { describe, expect, it } from 'vitest'
import type { Timer } from '#shared/contract/timer.ts'
import { emptyLine } from '../quick-add-line.ts'
import { beginLine, followLine, knownAtFirst, typeTimerLine, writeTyped } from './timer-line.ts'

const TODAY = '2026-11-28'
const YESTERDAY = '2026-11-27'
const uid = '0198c0de-0000-7000-8000-000000000001'
const begin = { draft: null, about: null, today: TODAY }
const line = { ...emptyLine(YESTERDAY), uid, text: 'Tea' }
const timer: Timer = { uid, line: JSON.stringify(line), since: 0, spent: 0 }

describe('the line of a timer', () => {
  it('is the one the timer has; what was typed here and did not reach it is not lost', () => {
    expect(beginLine(timer, begin)).toEqual({ line, unsaved: null })
    const typed = { ...line, text: 'Tea with Ann' }
    expect(beginLine(timer, { ...begin, draft: writeTyped(typed, timer.line) })).toEqual({ line: typed, unsaved: null })
    // Another window has changed the line since.
    expect(beginLine(timer, { ...begin, draft: writeTyped(typed, '{}') })).toEqual({ line, unsaved: typed })
  })

  it('is not what was typed for another timer, and is there whatever its words were kept as', () => {
    const other = JSON.stringify({ ...emptyLine(TODAY), text: 'Lunch' })
    expect(beginLine(timer, { ...begin, draft: other })).toEqual({ line, unsaved: null })
    expect(beginLine({ ...timer, line: '{' }, begin).line).toMatchObject({ uid, text: '' })
    expect(beginLine({ ...timer, line: '{"text":"Tea"}' }, begin).line).toMatchObject({ uid, text: 'Tea' })
  })

  it('of a timer that is not begun is of the day it begins on, about what it is opened for', () => {
    const about = { uid, type: 'project', title: { ru: 'Чай', en: 'Tea' } } as const
    const begun = beginLine(null, { ...begin, about, draft: JSON.stringify(line) }).line
    expect(begun).toMatchObject({ text: 'Tea', typedOn: TODAY, about: [about] })
  })

  it('is a new line for a new timer: the one it was typed for may have begun already', () => {
    const person = '0198c0de-0000-7000-8000-000000000002'
    const begun = beginLine(null, { ...begin, draft: JSON.stringify({ ...line, people: [person] }) }).line
    expect([begun.uid === uid, begun.people]).toEqual([false, []])
  })

  it('stays the line of its timer, and of its day once it runs, when another text is typed in its place', () => {
    const type = (hasBegun: boolean) =>
      typeTimerLine(line, { text: 'Lunch', isNew: true }, { today: TODAY, dayWords: () => '', hasBegun })
    expect(type(true)).toMatchObject({ uid, text: 'Lunch', typedOn: YESTERDAY })
    expect(type(false)).toMatchObject({ uid, text: 'Lunch', typedOn: TODAY })
  })

  it('counts a day that is named after midnight from when it is named', () => {
    const dayWords = (text: string) => /yesterday/.exec(text)?.[0] ?? ''
    const type = (from: typeof line, text: string) =>
      typeTimerLine(from, { text, isNew: false }, { today: TODAY, dayWords, hasBegun: true })
    const named = type(line, 'Tea yesterday')
    expect([named.typedOn, type(named, 'Tea yesterday with Ann').typedOn]).toEqual([TODAY, TODAY])
    expect(type({ ...line, text: 'Tea yesterday' }, 'Tea yesterday, two').typedOn).toBe(YESTERDAY)
  })
})

describe('a line that was changed in another window', () => {
  const known = knownAtFirst(timer, line, TODAY)
  const changed = { ...timer, line: JSON.stringify({ ...line, text: 'Tea with Ann' }) }

  it('stands here as well, unless something is typed here', () => {
    expect(followLine(timer, line, { known, today: TODAY })).toEqual({ line, known })
    expect(followLine(changed, line, { known, today: TODAY }).line.text).toBe('Tea with Ann')
    const typed = { ...line, text: 'Tea at home' }
    expect(followLine(changed, typed, { known, today: TODAY })).toEqual({
      line: typed,
      known: { stored: changed.line, shown: line },
    })
  })

  it('is no other one where it comes back as it was sent', () => {
    const typed = { ...line, text: 'Tea with Ann' }
    const { known: next } = followLine(changed, typed, { known, today: TODAY })
    expect(next.shown).toBe(typed)
  })
})
