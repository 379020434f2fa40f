import { describe, expect, it } from 'vitest'
import { emptyLine, type LineDraft, typeLine, withChoice } from './quick-add-line.ts'
import { beginLines, type ConfirmedLine, nextLine, unsavedLines, withFailed, withoutSaved } from './unsaved-lines.ts'

const TODAY = '2026-11-28'
const ANN = '0198c0de-0000-7000-8000-000000000001'
const OTHER_ANN = '0198c0de-0000-7000-8000-000000000002'

const dayWords = () => ''
const type = (line: LineDraft, text: string, isNew = false) => typeLine(line, { text, isNew }, TODAY, dayWords)
const begin = () => emptyLine(TODAY)
const tea = type(begin(), 'Tea 1h')
const confirm = (line: LineDraft): ConfirmedLine => ({ line, next: nextLine(line, null, TODAY) })
const confirmed = confirm(tea)
const options = { about: null, typed: null, today: TODAY, dayWords }
const texts = ({ line, owed }: { line: LineDraft; owed: LineDraft[] }) => [line.text, owed.map(({ text }) => text)]

describe('a confirmed line that is not saved', () => {
  it('stays in the field with its uid, also where it was changed', () => {
    for (const text of ['Tea 1h', 'Tea 2h', 'Te']) {
      const line = { ...tea, text }
      expect(unsavedLines({ line, owed: [] }, confirmed)).toEqual({ line, owed: [] })
    }
  })

  it('is owed apart from what was typed behind it, which has a uid of its own and always the same', () => {
    const now = { line: type(tea, 'Tea 1hLunch 1h'), owed: [] }
    const next = unsavedLines(now, confirmed)
    expect(texts(next)).toEqual(['Lunch 1h', ['Tea 1h']])
    expect([next.owed[0]?.uid, next.line.uid === tea.uid]).toEqual([tea.uid, false])
    expect(unsavedLines({ ...now, line: type(now.line, 'Tea 1hLunch 1h @Ann') }, confirmed).line.uid).toBe(
      next.line.uid,
    )
  })

  it('is owed where another line was typed over it, behind those that are owed already', () => {
    const lunch = type(tea, 'Lunch 1h', true)
    const dinner = type(begin(), 'Dinner')
    expect(unsavedLines({ line: lunch, owed: [dinner] }, confirmed)).toEqual({ line: lunch, owed: [dinner, tea] })
  })
})

describe('a saved line', () => {
  it('leaves what was typed behind it, over it, or made out of it', () => {
    for (const [line, text] of [
      [tea, ''],
      [type(tea, 'Tea 1hLunch'), 'Lunch'],
      [type(tea, 'Lunch', true), 'Lunch'],
      [type(tea, 'Te'), 'Te'],
    ] as const) {
      const left = withoutSaved({ line, owed: [] }, tea, confirmed, begin)
      expect(texts(left)).toEqual([text, []])
      expect(left.line.uid === tea.uid).toBe(false)
    }
  })

  it('leaves the next line without choices made for it, but with those made since', () => {
    const first = withChoice(type(begin(), 'Sync @Ann'), '@Ann', ANN)
    const now = { line: type(first, 'Sync @AnnCall @Ann'), owed: [] }
    expect(withoutSaved(now, first, confirm(first), begin).line.meant).toEqual({})
    const chosen = { ...now, line: withChoice(now.line, '@Ann', OTHER_ANN) }
    expect(withoutSaved(chosen, first, confirm(first), begin).line.meant).toEqual({ '@ann': OTHER_ANN })
    const unrelated = { ...now, line: withChoice(type(first, 'Sync @AnnCall'), '@Ann', OTHER_ANN) }
    expect(withoutSaved(unrelated, first, confirm(first), begin).line.meant).toEqual({})
  })

  it('of a box that is closed goes where it stands as it was sent, and nothing typed since goes with it', () => {
    const lunch = type(begin(), 'Lunch')
    expect(texts(withoutSaved({ line: tea, owed: [] }, tea, null, begin))).toEqual(['', []])
    expect(texts(withoutSaved({ line: lunch, owed: [tea] }, tea, null, begin))).toEqual(['Lunch', []])
    const edited = type(tea, 'Tea 1h with Ann')
    expect(withoutSaved({ line: edited, owed: [] }, tea, null, begin).line).toBe(edited)
    // This box has confirmed the line again with another text; the answer to that is still to come.
    const again = { ...tea, text: 'Tea 2h' }
    expect(withoutSaved({ line: again, owed: [] }, tea, confirm(again), begin).line).toBe(again)
  })
})

describe('a saved line that something was chosen for since it was sent', () => {
  const skill = { uid: ANN, type: 'skill', title: { ru: 'Чай', en: 'Tea' } } as const
  const choices: LineDraft[] = [
    { ...tea, kind: 'none' },
    { ...tea, typedOn: '2026-11-29' },
    { ...tea, about: [skill] },
    { ...tea, without: [ANN] },
    withChoice(tea, '@Ann', ANN),
  ]

  it('stays in the field as the same entry, in the box that sent it and in the next one', () => {
    for (const line of choices) {
      expect(withoutSaved({ line, owed: [] }, tea, confirmed, begin)).toEqual({ line, owed: [] })
      expect(withoutSaved({ line, owed: [] }, tea, null, begin)).toEqual({ line, owed: [] })
    }
  })

  it('goes where only the box was opened for an item, or uids of people were added', () => {
    const now = { line: { ...tea, about: [skill], people: [OTHER_ANN] }, owed: [] }
    const beginAbout = () => ({ ...begin(), about: [skill] })
    expect(texts(withoutSaved(now, tea, null, beginAbout))).toEqual(['', []])
  })

  it('stays owed where the answer is to what it said before', () => {
    const owed = [{ ...tea, text: 'Tea 2h' }]
    expect(withoutSaved({ line: begin(), owed }, tea, null, begin).owed).toEqual(owed)
  })
})

describe('a line of a closed box that is not saved', () => {
  const lunch = type(begin(), 'Lunch 1h', true)

  it('is owed where another one was typed over it in the next box', () => {
    const dinner = type(begin(), 'Dinner')
    expect(withFailed({ line: lunch, owed: [dinner] }, [tea], null)).toEqual({ line: lunch, owed: [dinner, tea] })
  })

  it('is not there twice: standing in the field or among those owed, or confirmed again', () => {
    for (const [now, again] of [
      [{ line: { ...tea, text: 'Tea 2h' }, owed: [] }, null],
      [{ line: lunch, owed: [tea] }, null],
      [{ line: lunch, owed: [] }, confirmed],
    ] as const) {
      const lines = { line: now.line, owed: [...now.owed] }
      expect(withFailed(lines, [tea], again)).toBe(lines)
    }
  })
})

describe('a line that is owed', () => {
  it('comes back into the empty field, and else stays behind', () => {
    const empty = begin()
    const lunch = type(begin(), 'Lunch')
    expect(beginLines({ line: empty, owed: [tea, lunch] }, options)).toEqual({
      line: tea,
      owed: [lunch],
      confirmed: null,
      before: null,
    })
    const behind = { line: lunch, owed: [tea], confirmed: null, before: null }
    expect(beginLines({ line: lunch, owed: [tea] }, options)).toEqual(behind)
    const typed = { text: 'Dinner', from: '', typedOn: TODAY, isNew: false, enter: null }
    expect(texts(beginLines({ line: empty, owed: [tea] }, { ...options, typed }))).toEqual(['Dinner', ['Tea 1h']])
  })
})

describe('what was typed before the box was there', () => {
  const early = { text: 'Dinner', from: '', typedOn: TODAY, isNew: false, enter: null }
  const enter = { text: 'Dinner', isNew: false, keepOpen: true, isLeft: false }

  it('can be taken back to what stood there before', () => {
    expect(beginLines(null, { ...options, typed: early }).before?.text).toBe('')
    const over = { ...early, from: 'Tea 1h', isNew: true }
    expect(beginLines({ line: tea, owed: [] }, { ...options, typed: over }).before).toBe(tea)
  })

  it('has nothing behind it where it was confirmed, or nothing was typed', () => {
    expect(beginLines(null, { ...options, typed: { ...early, enter } }).before).toBeNull()
    expect(beginLines(null, { ...options, typed: { ...early, enter: { ...enter, isLeft: true } } }).before).toBeNull()
    expect(beginLines({ line: tea, owed: [] }, options).before).toBeNull()
  })
})
