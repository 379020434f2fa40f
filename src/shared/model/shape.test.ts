import { describe, expect, it } from 'vitest'
import { liftDoc, NewerShapeError, shapeVersion, type Upgrade } from './shape.ts'

const CHAIN: Upgrade[] = [(doc) => ({ ...doc, tags: [] }), ({ name, ...doc }) => ({ ...doc, title: name })]

describe('the chain of upgrades', () => {
  it.each([
    [1, { name: 'x' }, { title: 'x', tags: [] }],
    [2, { name: 'x', tags: ['a'] }, { title: 'x', tags: ['a'] }],
    [3, { title: 'x', tags: ['a'] }, { title: 'x', tags: ['a'] }],
  ])('lifts a document of version %i', (version, doc, lifted) => {
    expect(liftDoc('thing', CHAIN, version, doc)).toEqual(lifted)
  })

  it('leaves the document itself alone', () => {
    const doc = Object.freeze({ name: 'x' })
    liftDoc('thing', CHAIN, 1, doc)
    expect(doc).toEqual({ name: 'x' })
  })

  it('refuses what a newer Kurs wrote, by name, and a version that never was', () => {
    expect(shapeVersion(CHAIN)).toBe(3)
    expect(() => liftDoc('thing', CHAIN, 4, {})).toThrow(NewerShapeError)
    expect(() => liftDoc('thing', CHAIN, 4, {})).toThrow('thing of version 4, this version of Kurs knows 3')
    for (const version of [0, -1, 1.5, Number.NaN])
      expect(() => liftDoc('thing', CHAIN, version, {})).toThrow(RangeError)
  })
})
