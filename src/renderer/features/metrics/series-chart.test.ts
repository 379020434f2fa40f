import { expect, it } from 'vitest'
import { nextTarget, timeTicks, toSeriesChart } from './series-chart.ts'

const SERIES = { values: [], marks: [] }
const at = (day: string) => new Date(`${day}T00:00`).getTime()
const ref = { uid: 'achievement', type: 'achievement' as const, title: 'Led', day: '2026-02-01' }

it('is nothing without a value', () => {
  expect(toSeriesChart(SERIES)).toBeNull()
  const mark = { ref, day: '2026-02-01', value: null }
  expect(toSeriesChart({ ...SERIES, marks: [mark] })).toBeNull()
})

it('has values and what achievements state, by their days', () => {
  const chart = toSeriesChart({
    ...SERIES,
    values: [
      { day: '2026-01-01', value: 2 },
      { day: '2026-03-01', value: 6 },
    ],
    marks: [{ ref, day: '2026-02-01', value: 4 }],
  })
  expect(chart?.points).toEqual([
    { at: at('2026-01-01'), value: 2, stated: null },
    { at: at('2026-02-01'), value: null, stated: 4 },
    { at: at('2026-03-01'), value: 6, stated: null },
  ])
  expect(chart?.span).toEqual([at('2026-01-01'), at('2026-03-01')])
})

it('names the target to look at: the first that is not reached, of open gates alone', () => {
  const target = (uid: string, readiness: number, isPassed = false) => ({
    uid,
    stage: 'One',
    value: 1,
    day: '2028-01-01',
    readiness,
    isPassed,
  })
  const next = (...targets: ReturnType<typeof target>[]) => nextTarget(targets)?.uid
  expect(next()).toBeUndefined()
  expect(next(target('passed', 0.5, true), target('reached', 1), target('open', 0.5), target('later', 0.1))).toBe(
    'open',
  )
  expect(next(target('reached', 1), target('also', 1))).toBe('also')
  expect(next(target('passed', 1, true))).toBeUndefined()
})

it.each([
  ['2026-01-15', '2026-04-20', ['2026-02-01', '2026-03-01', '2026-04-01']],
  ['2026-01-15', '2027-02-01', ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01']],
  ['2020-05-01', '2026-02-01', ['2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01', '2026-01-01']],
  ['2026-01-15', '2026-01-15', []],
])('writes the months, quarters or years from %s to %s', (from, to, days) => {
  expect(timeTicks([at(from), at(to)])).toEqual(days.map(at))
})
