import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Day, LocalTitle, Notes, Title } from '#shared/model/common.ts'
import { choiceOf, conflictOf } from './conflicts.ts'

const Kind = z.enum(['course', 'book'])
const by = (schema: z.ZodType) => (value: unknown) => schema.safeParse(value).success

describe('the ways out of a conflict', () => {
  it('of a long text: mine, theirs, or both', () => {
    const sides = { base: '', mine: 'Conway came first', theirs: 'Read chapter 3' }
    const conflict = conflictOf('notes', sides, by(Notes))
    expect(conflict.options).toEqual({
      mine: 'Conway came first',
      theirs: 'Read chapter 3',
      both: 'Conway came first\n\nRead chapter 3',
    })
    expect(conflict).toMatchObject({ isText: true, stored: 'Read chapter 3' })
  })

  it('of a short value: mine or theirs', () => {
    const title = { base: 'A', mine: 'B', theirs: 'C' }
    expect(conflictOf('title', title, by(Title)).options).toEqual({ mine: 'B', theirs: 'C' })
    expect(conflictOf('title', title, by(LocalTitle)).options).toEqual({ mine: 'B', theirs: 'C' })
    const kind = conflictOf('kind', { base: 'course', mine: 'book', theirs: 'course' }, by(Kind))
    expect(kind.isText).toBe(false)
    const day = { base: null, mine: '2026-01-01', theirs: '2026-01-02' }
    expect(conflictOf('day', day, by(Day.nullable()))).toMatchObject({ isText: false, options: { mine: '2026-01-01' } })
    expect(conflictOf('day', day, by(Day.nullable())).options).not.toHaveProperty('both')
  })

  it('of parts: what only one side has changed is in each of them', () => {
    const sides = { base: { a: 1, b: 1 }, mine: { a: 2, b: 1 }, theirs: { a: 3, b: 4 } }
    const conflict = conflictOf('targets', sides, by(z.record(z.string(), z.int())))
    expect(conflict.options).toEqual({ mine: { a: 2, b: 4 }, theirs: { a: 3, b: 4 } })
  })

  it('that would not be taken, or say nothing new, are not offered', () => {
    const long = 'x'.repeat(60_000)
    const sides = { base: '', mine: `a${long}`, theirs: `b${long}` }
    expect(conflictOf('notes', sides, by(Notes)).options).not.toHaveProperty('both')
    const same = { base: '', mine: 'All of it and more', theirs: 'All of it' }
    expect(conflictOf('notes', same, by(Notes)).options).not.toHaveProperty('both')
  })

  it('are known by the value the field has', () => {
    const conflict = conflictOf('notes', { base: '', mine: 'a', theirs: 'b' }, by(Notes))
    expect(['a', 'b', 'a\n\nb', 'c'].map((value) => choiceOf(conflict, value))).toEqual([
      'mine',
      'theirs',
      'both',
      null,
    ])
  })
})
