import { describe, expect, it } from 'vitest'
import { answerBy, type Draft, isOpen, keptFrom, meetStored, toSave, withAnswer, withChoice } from './written.ts'

const written = (one: string, two: string, focus: string[] = []) => ({ answers: { one, two }, focus })
const draft = (one: string, two: string, focus: string[] = []): Draft => ({
  written: written(one, two, focus),
  conflicts: {},
})

describe('a draft that meets what another window has saved', () => {
  it('takes what only the other has written, and keeps what only this one has', () => {
    const met = meetStored(draft('mine', '', ['a', 'b']), written('', '', ['a']), written('', 'theirs', ['a', 'c']))
    expect(met).toEqual({ written: written('mine', 'theirs', ['a', 'c', 'b']), conflicts: {} })
    expect(isOpen(met)).toBe(false)
  })

  it('has a conflict where both have, and saves nothing of it before a choice', () => {
    const stored = written('theirs', 'more')
    const met = meetStored(draft('mine', ''), written('', ''), stored)
    expect(met.written).toEqual(written('mine', 'more'))
    expect(met.conflicts).toEqual({ one: { base: '', mine: 'mine', theirs: 'theirs', choice: null } })
    expect(toSave(met)).toEqual(stored)
    expect(isOpen(met)).toBe(true)
    // After a reload it is a conflict again.
    expect(meetStored(draft('mine', 'more'), keptFrom(stored, met), stored).conflicts).toEqual(met.conflicts)
  })

  it('goes on with the conflict while either side writes on, until both say the same', () => {
    const met = meetStored(draft('mine', ''), written('', ''), written('theirs', ''))
    const typed = withAnswer(met, 'one', 'mine, more')
    expect(typed.conflicts.one).toMatchObject({ mine: 'mine, more', choice: null })
    const again = meetStored(typed, written('theirs', ''), written('theirs, more', ''))
    expect(again.conflicts.one).toEqual({ base: '', mine: 'mine, more', theirs: 'theirs, more', choice: null })
    expect(meetStored(again, written('theirs, more', ''), written('mine, more', '')).conflicts).toEqual({})
    expect(withAnswer(again, 'one', 'theirs, more').conflicts).toEqual({})
  })

  it('takes what was chosen; another choice may follow until it is typed into', () => {
    const stored = written('theirs', '')
    const met = meetStored(draft('mine', ''), written('', ''), stored)
    const theirs = withChoice(met, 'one', 'theirs')
    expect(toSave(theirs)).toEqual(stored)
    const both = withChoice(theirs, 'one', 'both')
    expect(toSave(both).answers.one).toBe('mine\n\ntheirs')
    // Saved, and read again.
    const saved = meetStored(both, toSave(both), toSave(both))
    expect(saved.conflicts.one?.choice).toBe('both')
    expect(withChoice(saved, 'one', 'mine').written.answers.one).toBe('mine')
    expect(withAnswer(saved, 'one', 'edited').conflicts).toEqual({})
    expect(answerBy({ base: '', mine: 'a', theirs: 'a and b', choice: null }, 'both')).toBe('a and b')
  })
})
