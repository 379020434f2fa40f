import { describe, expect, it } from 'vitest'
import { addLine, editLine, fromFocusLines, moveLine, removeLine, toFocusLines } from './focus-lines.ts'

const drafted = { ru: 'Облако: уровень 3', en: 'Cloud at level 3' }
const lines = toFocusLines([drafted, 'two', 'three'])
const texts = (of: typeof lines) => of.map(({ text }) => text)

describe('focus lines', () => {
  it('keep both languages of a drafted line until it is edited', () => {
    expect(fromFocusLines(lines)).toEqual([drafted, 'two', 'three'])
    expect(texts(editLine(lines, 0, 'Cloud at level 4'))).toEqual(['Cloud at level 4', 'two', 'three'])
  })

  it('move by one place and stay within the list, ids with them', () => {
    expect(moveLine(lines, 0, 1).map(({ id }) => id)).toEqual([1, 0, 2])
    expect(moveLine(lines, 2, -1).map(({ id }) => id)).toEqual([0, 2, 1])
    expect(moveLine(lines, 0, -1)).toEqual(lines)
    expect(moveLine(lines, 2, 1)).toEqual(lines)
  })

  it('add behind a line, with an id no other line has', () => {
    const added = addLine(removeLine(lines, 1), 0)
    expect(texts(added)).toEqual([drafted, '', 'three'])
    expect(new Set(added.map(({ id }) => id)).size).toBe(3)
    expect(texts(addLine([], -1))).toEqual([''])
  })

  it('store no empty line and at most twenty', () => {
    expect(fromFocusLines(addLine(lines, 2))).toHaveLength(3)
    expect(fromFocusLines(editLine(lines, 1, '   '))).toEqual([drafted, 'three'])
    const full = toFocusLines(Array.from({ length: 20 }, (_, index) => `line ${index}`))
    expect(addLine(full, 3)).toEqual(full)
  })
})
