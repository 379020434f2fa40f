import { describe, expect, it } from 'vitest'
import { emptyLine, readLine, typeLine, withPeople } from './quick-add-line.ts'

const THURSDAY = '2026-11-26'
const SATURDAY = '2026-11-28'

const dayWords = (text: string) => text.match(/вчера|сегодня/g)?.join() ?? ''
const type = (line: Parameters<typeof typeLine>[0], text: string, today: string) =>
  typeLine(line, text, today, dayWords)

describe('a line of quick add', () => {
  it('means the days that were meant when it was typed', () => {
    const begun = type(emptyLine(THURSDAY), 'к', THURSDAY)
    const typed = type(begun, 'курс вчера', THURSDAY)
    expect([typed.typedOn, typed.uid]).toEqual([THURSDAY, begun.uid])
    // Two days later the rest of it is edited: yesterday is still Wednesday.
    const edited = type(typed, 'курс OTUS вчера', SATURDAY)
    expect(edited).toEqual({ ...typed, text: 'курс OTUS вчера' })
    // Words for another day are counted from the day they are typed on.
    expect(type(edited, 'курс OTUS сегодня', SATURDAY).typedOn).toBe(SATURDAY)
    expect(type(edited, 'курс OTUS', SATURDAY).typedOn).toBe(THURSDAY)
  })

  it('without a day of its own stays on the day it was begun', () => {
    const begun = type(emptyLine(THURSDAY), 'курс', THURSDAY)
    expect(type(begun, 'курс OTUS', SATURDAY).typedOn).toBe(THURSDAY)
  })

  it('that was emptied is another line, with another uid', () => {
    const begun = withPeople(type(emptyLine(THURSDAY), 'курс @Иван', THURSDAY), 1)
    const emptied = type(begun, '', SATURDAY)
    const other = type(emptied, 'обед', SATURDAY)
    expect(other).toMatchObject({ text: 'обед', typedOn: SATURDAY, people: [] })
    expect(new Set([begun.uid, emptied.uid, other.uid]).size).toBe(3)
  })

  it('keeps the uids of the people it names', () => {
    const one = withPeople(emptyLine(THURSDAY), 1)
    const two = withPeople(one, 2)
    expect([two.people[0], two.people.length]).toEqual([one.people[0], 2])
    expect(withPeople(two, 1)).toBe(two)
  })

  it('comes back as it was kept, or not at all', () => {
    const line = withPeople(type(emptyLine(THURSDAY), 'курс', THURSDAY), 1)
    expect(readLine(JSON.stringify(line))).toEqual(line)
    for (const text of [null, '', '{', 'null', '"курс"', JSON.stringify({ ...line, typedOn: '2026-02-31' })])
      expect(readLine(text)).toBeNull()
  })
})
