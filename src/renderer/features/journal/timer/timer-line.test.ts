import { describe, expect, it } from 'vitest'
import type { Timer } from '#shared/contract/timer.ts'
import { emptyLine } from '../quick-add-line.ts'
import { beginLine, typeTimerLine } from './timer-line.ts'

const TODAY = '2026-11-28'
const YESTERDAY = '2026-11-27'
const uid = '0198c0de-0000-7000-8000-000000000001'
const begin = { draft: null, about: null, today: TODAY }
const line = { ...emptyLine(YESTERDAY), uid, text: 'Tea' }
const timer: Timer = { uid, line: JSON.stringify(line), since: 0, spent: 0 }

describe('the line of a timer', () => {
  it('is the one it was begun with, or what was typed since in this window', () => {
    expect(beginLine(timer, begin)).toEqual(line)
    const typed = { ...line, text: 'Tea with Ann' }
    expect(beginLine(timer, { ...begin, draft: JSON.stringify(typed) })).toEqual(typed)
  })

  it('is not what was typed for another timer, and is there whatever its words were kept as', () => {
    const other = JSON.stringify({ ...emptyLine(TODAY), text: 'Lunch' })
    expect(beginLine(timer, { ...begin, draft: other }).text).toBe('Tea')
    expect(beginLine({ ...timer, line: '{' }, begin)).toMatchObject({ uid, text: '' })
    expect(beginLine({ ...timer, line: '{"text":"Tea"}' }, begin)).toMatchObject({ uid, text: 'Tea' })
  })

  it('of a timer that is not begun is of the day it begins on, about what it is opened for', () => {
    const about = { uid: timer.uid, type: 'project', title: { ru: 'Чай', en: 'Tea' } } as const
    const begun = beginLine(null, { ...begin, about, draft: JSON.stringify(line) })
    expect(begun).toMatchObject({ text: 'Tea', typedOn: TODAY, about: [about] })
  })

  it('stays the line of its timer, and of its day, when another text is typed in its place', () => {
    const next = typeTimerLine(line, { text: 'Lunch', isNew: true }, TODAY, () => '')
    expect(next).toMatchObject({ uid, text: 'Lunch', typedOn: YESTERDAY })
  })
})
