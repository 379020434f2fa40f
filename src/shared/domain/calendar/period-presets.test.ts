import { expect, it } from 'vitest'
import { PERIOD_PRESETS, presetPeriod } from './period-presets.ts'

const on = (today: string, planStart: string | null = '2024-03-10', weekStartsOn: 0 | 1 = 1) =>
  Object.fromEntries(
    PERIOD_PRESETS.map((preset) => {
      const period = presetPeriod(preset, { today, weekStartsOn, planStart })
      return [preset, period && `${period.start} ${period.end}`]
    }),
  )

it('names the whole period that holds a day', () => {
  expect(on('2026-11-28')).toEqual({
    week: '2026-11-23 2026-11-29',
    month: '2026-11-01 2026-11-30',
    quarter: '2026-10-01 2026-12-31',
    year: '2026-01-01 2026-12-31',
    lastYear: '2025-01-01 2025-12-31',
    planYear: '2026-03-10 2027-03-09',
  })
})

it('holds at the edges of the calendar and of the week', () => {
  expect(on('2024-02-29')).toMatchObject({ month: '2024-02-01 2024-02-29', quarter: '2024-01-01 2024-03-31' })
  expect(on('2026-11-29', null, 0)).toMatchObject({ week: '2026-11-29 2026-12-05' })
  expect(on('2026-01-01')).toMatchObject({ week: '2025-12-29 2026-01-04', planYear: '2025-03-10 2026-03-09' })
})

it('knows no year of a plan that has not begun, or is not there', () => {
  expect(on('2024-03-09').planYear).toBeNull()
  expect(on('2026-11-28', null).planYear).toBeNull()
})
