import { expect, it } from 'vitest'
import { type PasteRules, readPastedValues } from './pasted-values.ts'

const RULES: PasteRules = { language: 'en', today: '2026-11-23', weekStartsOn: 1, units: ['%'], known: [] }
const read = (text: string, rules: Partial<PasteRules> = {}) =>
  readPastedValues(text, { ...RULES, ...rules }).map((line) =>
    line.kind === 'value'
      ? [line.day, line.value, line.note, ...(line.isKnown ? ['known'] : [])]
      : [line.line, line.kind === 'problem' ? line.problem : 'head'],
  )

it.each([
  ['a sheet with a heading', 'Day\tNPS\tNote\n2026-01-05\t12\tfirst\n05.02.2026\t14.5\t', 'en'],
  ['semicolons', 'Дата;NPS;Заметка\n05.01.2026;12;first\n05.02.2026;14,5;', 'ru'],
  ['commas', '2026-01-05, 12, first\n2026-02-05, 14.5', 'en'],
  ['spaces', '05.01.2026 12 first\n05.02.2026 14,5', 'ru'],
] as const)('reads %s', (_name, text, language) => {
  expect(read(text, { language }).filter((line) => line[1] !== 'head')).toEqual([
    ['2026-01-05', 12, 'first'],
    ['2026-02-05', 14.5, ''],
  ])
})

it('reads numbers as the language writes them', () => {
  expect(read('2026-01-05\t1,200', { language: 'en' })).toEqual([['2026-01-05', 1200, '']])
  expect(read('2026-01-05\t1,200', { language: 'ru' })).toEqual([['2026-01-05', 1.2, '']])
  expect(read('2026-01-05\t12 %\n2026-01-06\t−3')).toEqual([
    ['2026-01-05', 12, ''],
    ['2026-01-06', -3, ''],
  ])
})

it('tells of every line it cannot read, by its number, and leaves out empty ones', () => {
  const text = 'Day\tNPS\n\n31.02.2026\t1\n2026-03-01\tmany\n2027-01-01\t5\nsome day\t4\n2026-04-01\t7'
  expect(read(text)).toEqual([
    [1, 'head'],
    [3, 'day'],
    [4, 'value'],
    [5, 'future'],
    [6, 'day'],
    ['2026-04-01', 7, ''],
  ])
})

it('marks what is there already, and the same line twice', () => {
  expect(read('2026-01-05\t12\n2026-01-05\t13\n2026-01-05\t13', { known: [{ day: '2026-01-05', value: 12 }] })).toEqual(
    [
      ['2026-01-05', 12, '', 'known'],
      ['2026-01-05', 13, ''],
      ['2026-01-05', 13, '', 'known'],
    ],
  )
})

it('refuses a table whose quotes do not close, and a number beyond what a metric holds', () => {
  expect(read('2026-01-05\t"12')).toEqual([[1, 'table']])
  expect(read('2026-01-05\t1e20')).toEqual([[1, 'value']])
})
