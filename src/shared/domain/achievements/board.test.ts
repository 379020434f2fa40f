import { describe, expect, test } from 'vitest'
import type { Scope } from '#shared/model/vocabulary.ts'
import { byStage, byYear, influenceByYear, reachedWide, stageOn } from './board.ts'

const item = (day: string, scope: Scope = 'project', peopleLed: number | null = null) => ({ day, scope, peopleLed })
const days = (columns: { key: string; items: { day: string }[] }[]) =>
  columns.map(({ key, items }) => [key, ...items.map(({ day }) => day)])

const plan = {
  startDay: '2024-03-01',
  stages: [
    { uid: 'first', passedOn: '2025-06-01' },
    { uid: 'second', passedOn: null },
    { uid: 'third', passedOn: null },
  ],
}

describe('the board', () => {
  test('by year has the newest first, and no empty years', () => {
    expect(days(byYear([item('2023-05-01'), item('2026-01-01'), item('2026-12-31')]))).toEqual([
      ['2026', '2026-12-31', '2026-01-01'],
      ['2023', '2023-05-01'],
    ])
    expect(byYear([])).toEqual([])
  })

  test('by stage goes by the days on which gates were passed', () => {
    expect(stageOn('2024-02-29', plan)).toBe('before')
    expect(stageOn('2024-03-01', plan)).toBe('first')
    expect(stageOn('2025-06-01', plan)).toBe('first')
    expect(stageOn('2025-06-02', plan)).toBe('second')
    expect(stageOn('2030-01-01', plan)).toBe('second')
    expect(stageOn('2030-01-01', { ...plan, stages: [{ uid: 'first', passedOn: '2025-06-01' }] })).toBe('after')
  })

  test('by stage follows the plan and leaves out stages without any', () => {
    const items = [item('2026-01-01'), item('2020-01-01'), item('2024-05-01'), item('2026-02-01')]
    expect(days(byStage(items, plan))).toEqual([
      ['before', '2020-01-01'],
      ['first', '2024-05-01'],
      ['second', '2026-02-01', '2026-01-01'],
    ])
  })
})

test('influence counts what is done, by scope, with the most people led', () => {
  const [first, last, ...more] = influenceByYear(
    [
      item('2024-05-01', 'task'),
      item('2026-01-01', 'company', 12),
      item('2026-02-01', 'businessUnit', 40),
      item('2026-03-01', 'project', 0),
      item('2026-12-01', 'company', 100),
    ],
    '2026-11-28',
  )
  expect(more).toEqual([])
  expect([first?.year, first?.items.length, first?.led, first && reachedWide(first)]).toEqual(['2024', 1, null, 0])
  expect([last?.year, last?.items.length, last?.led?.peopleLed, last && reachedWide(last)]).toEqual(['2026', 3, 40, 2])
  expect(last?.byScope.company).toEqual([item('2026-01-01', 'company', 12)])
})
