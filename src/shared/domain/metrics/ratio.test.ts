import { expect, it } from 'vitest'
import { fillDays, ratioByDay } from './ratio.ts'

const series = (text: string) =>
  text.split(' ').flatMap((one) => {
    const [month, value] = one.split(':')
    return month === undefined || value === undefined ? [] : [{ day: `2026-${month}-01`, value: Number(value) }]
  })
const shown = (values: { day: string; value: number }[]) =>
  values.map(({ day, value }) => `${day.slice(5, 7)}:${value}`)

// Computed by hand: LTV 900 and CAC 300 in March is 3; CAC 450 in April makes it 2; LTV 1800 in May makes it 4.
it('is the ratio of the newest values, on every day on which one of them changed', () => {
  expect(shown(ratioByDay(series('01:900 05:1800'), series('03:300 04:450')))).toEqual(['03:3', '04:2', '05:4'])
})

it('is none before both have begun, without one of them, and where the lower is zero', () => {
  expect(ratioByDay([], series('03:300'))).toEqual([])
  expect(ratioByDay(series('03:300'), [])).toEqual([])
  expect(shown(ratioByDay(series('01:900'), series('02:0 03:300')))).toEqual(['03:3'])
})

it('is none where it would be larger than a metric can be', () => {
  expect(ratioByDay(series('01:1000000000000000'), [{ day: '2026-02-01', value: 1e-300 }])).toEqual([])
  expect(ratioByDay(series('01:0'), series('02:0'))).toEqual([])
})

it('takes the last of several values of a day', () => {
  const twice = [...series('03:100'), ...series('03:300')]
  expect(shown(ratioByDay(series('01:900'), twice))).toEqual(['03:3'])
})

it('gives way to what was recorded on the same day', () => {
  expect(shown(fillDays(series('02:5 04:7'), series('01:1 02:2 03:3')))).toEqual(['01:1', '02:5', '03:3', '04:7'])
})
