import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameValue, mergeValues, type Preference } from './merge.ts'

const merge = (base: unknown, ours: unknown, theirs: unknown, prefer: Preference = 'ours') =>
  mergeValues(base, ours, theirs, prefer)
const clean = (value: unknown) => ({ value, isConflict: false })
const conflict = (value: unknown) => ({ value, isConflict: true })

describe('what only one side has changed is taken from it', () => {
  it('in whole values and in parts of them', () => {
    expect(merge('a', 'b', 'a')).toEqual(clean('b'))
    expect(merge('a', 'a', 'b')).toEqual(clean('b'))
    expect(merge('a', 'b', 'b')).toEqual(clean('b'))
    expect(merge({ x: 1, y: 1 }, { x: 2, y: 1 }, { x: 1, y: 2 })).toEqual(clean({ x: 2, y: 2 }))
    expect(merge({ s1: 2 }, { s1: 2, s2: 3 }, {})).toEqual(clean({ s2: 3 }))
  })

  it('in lists by key and by place', () => {
    const answers = (one: string, two: string) => [
      { key: '2', answer: one },
      { key: '1', answer: two },
    ]
    expect(merge(answers('', ''), answers('mine', ''), answers('', 'theirs'))).toEqual(clean(answers('mine', 'theirs')))
    // Entries identified by another field than `key`, as declared by the entity's model.
    const [held, later] = [
      { after: 30, lesson: '' },
      { after: 90, lesson: '' },
    ]
    expect(merge([held], [held, later], [{ ...held, lesson: 'x' }])).toEqual(clean([{ ...held, lesson: 'x' }, later]))
    const levels = (...texts: string[]) => texts.map((descriptor) => ({ descriptor, signals: [] }))
    expect(merge(levels('a', 'b'), levels('A', 'b'), levels('a', 'B'))).toEqual(clean(levels('A', 'B')))
    expect(merge(levels('a', 'b'), levels('A', 'b'), levels('x', 'b'), 'theirs')).toEqual(conflict(levels('x', 'b')))
  })

  it('in lists of words and lines: added by either, removed by either, in the order of who moved them', () => {
    expect(merge(['a', 'b'], ['b', 'c'], ['a', 'b', 'd'])).toEqual(clean(['b', 'd', 'c']))
    expect(merge(['a', 'b'], ['b', 'a'], ['a', 'b', 'c'])).toEqual(clean(['b', 'a', 'c']))
    expect(merge([{ ru: 'а', en: 'a' }], [{ en: 'a', ru: 'а' }, 'x'], [])).toEqual(clean(['x']))
  })
})

describe('what both have changed differently', () => {
  it('is a conflict, decided by what is preferred', () => {
    expect(merge('a', 'b', 'c')).toEqual(conflict('b'))
    expect(merge('a', 'b', 'c', 'theirs')).toEqual(conflict('c'))
    expect(merge(null, 5, 8, 'both')).toEqual(conflict(5))
    expect(merge({ x: 1, y: 1 }, { x: 2, y: 1 }, { x: 3, y: 3 }, 'theirs')).toEqual(conflict({ x: 3, y: 3 }))
    expect(merge({ x: 1, y: 1 }, { x: 2, y: 1 }, { x: 3, y: 3 })).toEqual(conflict({ x: 2, y: 3 }))
  })

  it('keeps a text in both languages and an amount whole', () => {
    const [base, ours, theirs] = [
      { ru: 'а', en: 'a' },
      { ru: 'б', en: 'a' },
      { ru: 'а', en: 'c' },
    ]
    expect(merge(base, ours, theirs)).toEqual(conflict(ours))
    const money = (minor: number, currency: string) => ({ minor, currency })
    expect(merge(money(1, 'RUB'), money(2, 'RUB'), money(1, 'USD'), 'theirs')).toEqual(conflict(money(1, 'USD')))
  })

  it('joins texts when both are wanted, and repeats nothing', () => {
    expect(merge('', 'mine', 'theirs', 'both')).toEqual(conflict('mine\n\ntheirs'))
    expect(merge('a', 'a and b', 'b', 'both')).toEqual(conflict('a and b'))
    expect(merge('a', 'b', 'a and b', 'both')).toEqual(conflict('a and b'))
    expect(merge({ ru: 'а', en: 'a' }, 'mine', { ru: 'их', en: 'theirs' }, 'both')).toEqual(
      conflict({ ru: 'mine\n\nих', en: 'mine\n\ntheirs' }),
    )
  })
})

describe('for any values', () => {
  const leaf = fc.oneof(fc.string({ maxLength: 4 }), fc.integer({ min: 0, max: 3 }), fc.constant(null))
  const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), leaf))
  const prefer = fc.constantFrom<Preference>('ours', 'theirs', 'both')
  const sorted = (merged: unknown) =>
    Array.isArray(merged) ? [...new Set(merged.map((one) => JSON.stringify(one)))].sort() : merged

  it('one side alone is taken as it is; the sides may change places', () => {
    fc.assert(
      fc.property(value, value, prefer, (base, changed, preference) => {
        expect(merge(base, changed, base, preference)).toEqual(clean(changed))
        expect(merge(base, base, changed, preference)).toEqual(clean(changed))
        expect(merge(base, changed, changed, preference)).toEqual(clean(changed))
      }),
    )
    fc.assert(
      fc.property(value, value, value, (base, ours, theirs) => {
        const one = merge(base, ours, theirs, 'ours')
        const other = merge(base, theirs, ours, 'theirs')
        expect(one.isConflict).toBe(other.isConflict)
        expect(sorted(one.value)).toEqual(sorted(other.value))
      }),
    )
  })

  it('a conflict that was decided is none any more', () => {
    fc.assert(
      fc.property(value, value, value, prefer, (base, ours, theirs, preference) => {
        const decided = merge(base, ours, theirs, preference).value
        const again = merge(theirs, decided, theirs, preference)
        expect(again.isConflict).toBe(false)
        expect(isSameValue(again.value, decided)).toBe(true)
      }),
    )
  })
})
