import { describe, expect, it } from 'vitest'
import { parseQuickAdd } from '#shared/domain/capture/quick-add.ts'
import { indexItems } from '#shared/domain/capture/quick-add-items.ts'
import { beginEarly, confirmEarly, type EarlyLine, keptText, leaveEarly, readEarly, typeEarly } from './early-line.ts'
import {
  emptyLine,
  firstLine,
  type LineDraft,
  repeatLine,
  takeEarly,
  typedBehind,
  typeLine,
  withAbout,
  withoutItem,
  withPeople,
} from './quick-add-line.ts'
import { beginLines, readUnsaved, writeUnsaved } from './unsaved-lines.ts'

const THURSDAY = '2026-11-26'
const SATURDAY = '2026-11-28'

const dayWords = (text: string) => text.match(/вчера|сегодня/g)?.join() ?? ''
const type = (line: LineDraft, text: string, today: string, isNew = false) =>
  typeLine(line, { text, isNew }, today, dayWords)

describe('a line of quick add', () => {
  it('means the days that were meant when it was typed', () => {
    const begun = type(emptyLine(THURSDAY), 'к', THURSDAY)
    const typed = type(begun, 'курс вчера', THURSDAY)
    expect([typed.typedOn, typed.uid]).toEqual([THURSDAY, begun.uid])
    // Two days later the rest of the line is edited: "yesterday" still means Wednesday.
    const edited = type(typed, 'курс OTUS вчера', SATURDAY)
    expect(edited).toEqual({ ...typed, text: 'курс OTUS вчера' })
    // New words for a day are counted from the day they are typed on.
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

  it('that was replaced as a whole is another line, also where it begins alike', () => {
    const begun: LineDraft = { ...type(emptyLine(THURSDAY), 'созвон', THURSDAY), kind: 'study' }
    const other = type(begun, 'с', SATURDAY, true)
    expect(other).toMatchObject({ text: 'с', typedOn: SATURDAY })
    expect([other.uid === begun.uid, other.kind]).toEqual([false, undefined])
  })

  it('keeps the uids of the people it names', () => {
    const one = withPeople(emptyLine(THURSDAY), 1)
    const two = withPeople(one, 2)
    expect([two.people[0], two.people.length]).toEqual([one.people[0], 2])
    expect(withPeople(two, 1)).toBe(two)
  })

  it('comes back as it was kept, or not at all', () => {
    const line = withPeople(type(emptyLine(THURSDAY), 'курс', THURSDAY), 1)
    expect(readUnsaved(writeUnsaved({ line, owed: [] }))).toEqual({ line, owed: [] })
    expect(readUnsaved(writeUnsaved({ line, owed: [line] }))).toEqual({ line, owed: [line] })
    expect(writeUnsaved({ line: emptyLine(THURSDAY), owed: [] })).toBeNull()
    for (const text of [null, '', '{', 'null', '"курс"', JSON.stringify({ ...line, typedOn: '2026-02-31' })])
      expect(readUnsaved(text)).toBeNull()
  })
})

describe('a line typed before its box was there', () => {
  const kept = type(emptyLine(THURSDAY), 'созвон вчера', THURSDAY)

  it('goes on from the text that is kept', () => {
    expect(keptText(JSON.stringify(kept))).toBe('созвон вчера')
    for (const text of [null, '', '{', 'null', '"курс"', '{"text":1}']) expect(keptText(text)).toBe('')
  })

  it('keeps the day and the uid of the one kept, unless that was emptied', () => {
    const begun = firstLine(kept, null, SATURDAY)
    expect(type(begun, 'созвон вчера 2ч', SATURDAY)).toEqual({ ...kept, text: 'созвон вчера 2ч' })
    expect(type(begun, 'созвон сегодня', SATURDAY).typedOn).toBe(SATURDAY)
    expect(type(begun, '', SATURDAY)).toMatchObject({ text: '', typedOn: SATURDAY })
    expect(firstLine(null, null, SATURDAY)).toMatchObject({ text: '', typedOn: SATURDAY })
  })
})

/**
 * `<` empties the field, `*` selects all of it so that the next letter replaces it, ` ` is Enter.
 */
function typeKeys(begun: string, keys: string): EarlyLine | null {
  let early = null as EarlyLine | null
  let isAll = false
  for (const key of keys) {
    const before = early ?? beginEarly(begun, SATURDAY)
    if (key === '⏎') early = confirmEarly(before, false)
    else if (key === '*') isAll = true
    else {
      const text = key === '<' ? '' : isAll ? key : before.text + key
      early = typeEarly(before, { text, isReplaced: isAll, today: SATURDAY })
      isAll = false
    }
  }
  return early
}

describe('what was typed before the box was there', () => {
  const kept: LineDraft = { ...type(emptyLine(THURSDAY), 'созвон', THURSDAY), kind: 'study' }
  const take = (keys: string) => takeEarly(kept, typeKeys('созвон', keys), dayWords)

  it('goes on from the line kept', () => {
    expect(take('')).toEqual({ line: kept, confirmed: null })
    expect(take(' 2ч')).toEqual({ line: { ...kept, text: 'созвон 2ч' }, confirmed: null })
  })

  it.each([
    ['<обед', 'обед'],
    ['<созвон', 'созвон'],
    ['*обед', 'обед'],
    ['*с', 'с'],
  ])('is another line where that was emptied or replaced: %s', (keys, text) => {
    const { line } = take(keys)
    expect(line).toMatchObject({ text, typedOn: SATURDAY })
    expect([line.uid === kept.uid, line.kind]).toEqual([false, undefined])
  })

  it('is confirmed by Enter as it stood then, whatever is typed behind it', () => {
    expect(take('⏎')).toEqual({ line: kept, confirmed: kept })
    expect(take(' 2ч⏎обед')).toMatchObject({ line: { text: 'созвон 2чобед' }, confirmed: { text: 'созвон 2ч' } })
    const { line, confirmed } = take('<чай⏎обед')
    expect([line.text, confirmed?.text]).toEqual(['чайобед', 'чай'])
    expect([confirmed?.uid === line.uid, confirmed?.uid === kept.uid]).toEqual([true, false])
  })

  it('is confirmed as it stood also where another line is typed over it', () => {
    for (const [keys, text] of [
      ['⏎*с', 'с'],
      ['⏎<созвон', 'созвон'],
      ['⏎*чай', 'чай'],
    ] as const) {
      const { line, confirmed } = take(keys)
      expect(confirmed).toEqual(kept)
      expect([line.text, line.uid === kept.uid, line.kind]).toEqual([text, false, undefined])
    }
    const { line, confirmed } = take('*чай⏎*обед')
    expect([line.text, confirmed?.text]).toEqual(['обед', 'чай'])
    expect(new Set([line.uid, confirmed?.uid, kept.uid]).size).toBe(3)
  })

  it('is confirmed no more where the line was changed within', () => {
    const early = typeEarly(typeKeys('созвон', '⏎') as EarlyLine, { text: 'созво', isReplaced: false, today: SATURDAY })
    expect(takeEarly(kept, early, dayWords)).toEqual({ line: { ...kept, text: 'созво' }, confirmed: null })
  })

  it('is kept as it stands, with nothing that is saved by itself, unless it went on from another line', () => {
    const early = typeKeys('', 'чай') as EarlyLine
    const keep = (line: EarlyLine) => JSON.stringify(leaveEarly(line))
    expect(readEarly(keep(early), '')).toEqual(early)
    expect(readEarly(keep(early), 'обед')).toBeNull()
    for (const text of [null, '', '{', 'null', '1', '{"text":"чай"}']) expect(readEarly(text, '')).toBeNull()
    const begin = (keys: string) =>
      beginLines(null, { about: null, typed: leaveEarly(typeKeys('', keys) as EarlyLine), today: SATURDAY, dayWords })
    expect(begin('чай⏎')).toMatchObject({ line: { text: 'чай' }, owed: [], confirmed: null })
    for (const keys of ['чай⏎обед', 'чай⏎*обед']) {
      const { line, owed, confirmed } = begin(keys)
      expect([line.text, owed.map(({ text }) => text), confirmed]).toEqual(['обед', ['чай'], null])
      expect(owed[0]?.uid === line.uid).toBe(false)
    }
  })

  it('behind a confirmed line is the next one', () => {
    expect(['чай', 'чайобед', 'чай обед', 'кофе', ''].map((text) => typedBehind(text, 'чай'))).toEqual([
      '',
      'обед',
      'обед',
      'кофе',
      '',
    ])
  })
})

describe('a line about items', () => {
  const [billing, book] = [
    { uid: '0198c0de-0000-7000-8000-000000000001', type: 'project', title: 'Billing core' },
    { uid: '0198c0de-0000-7000-8000-000000000002', type: 'learning', title: 'Team Topologies' },
  ] as const
  const read = ({ text, meant, without }: LineDraft) =>
    parseQuickAdd(text, {
      today: THURSDAY,
      words: [],
      kinds: null,
      skills: [],
      people: [],
      items: indexItems([
        { ...billing, isOpen: true },
        { ...book, isOpen: true },
      ]),
      meant,
      without,
      weekStartsOn: 1,
    })
  const reading = { read, minutesText: (minutes: number) => `${minutes} мин` }
  const last = { title: 'Разбор', kind: 'study', minutes: 90, tags: ['важно'], refs: [] } as const
  const repeat = (changes: object) =>
    repeatLine({ ...last, tags: [...last.tags], refs: [], ...changes }, emptyLine(THURSDAY), reading)

  it('is no bare title, keeps them while it is typed, and lets go of one', () => {
    const begun = { ...emptyLine(THURSDAY), about: [billing] }
    const line = type(type(begun, 'обед', THURSDAY), 'обед с командой', THURSDAY)
    expect(withAbout(read(line), line)).toMatchObject({ itemUids: [billing.uid], inbox: false })
    const bare = withoutItem(line, billing.uid)
    expect(withAbout(read(bare), bare)).toMatchObject({ itemUids: [], inbox: true })
    // Kept by a version in which lines had no links.
    const { about: _about, meant: _meant, without: _without, ...older } = line
    expect(readUnsaved(JSON.stringify(older))).toMatchObject({
      line: { text: 'обед с командой', about: [], meant: {}, without: [] },
      owed: [],
    })
  })

  it('says again what an earlier one said', () => {
    const line = repeat({ refs: [{ ...billing, day: null }] })
    expect(line).toMatchObject({ text: 'Разбор 90 мин #важно', kind: 'study', about: [billing] })
    expect(repeat({ kind: null, minutes: 0, tags: [] })).toMatchObject({ text: 'Разбор', kind: 'none' })
    // A number at the end of the title stays there.
    expect(repeat({ title: 'Спринт 12', tags: [] })?.text).toMatch(/^Спринт 12,? 90 мин$/)
  })

  it('is not linked to what its title names where the earlier one was not', () => {
    const line = repeat({ title: 'Team Topologies', tags: [] })
    expect(line && read(line).itemUids).toEqual([])
  })

  it('is not offered where its title, typed again, would mean another day', () => {
    expect(repeat({ title: 'Отчёт за вчера' })).toBeNull()
  })
})
