import { expect, it } from 'vitest'
import { addWeeks, daysOfWeek, firstFullWeek, mondayOf, weeksBetween } from './monday-weeks.ts'

it.each([
  // 28 November 2026 is a Saturday, the 29th a Sunday.
  ['2026-11-28', 1, '2026-11-23', '2026-11-23', '2026-11-29'],
  ['2026-11-29', 1, '2026-11-23', '2026-11-23', '2026-11-29'],
  ['2026-11-28', 0, '2026-11-23', '2026-11-22', '2026-11-28'],
  ['2026-11-29', 0, '2026-11-30', '2026-11-29', '2026-12-05'],
] as const)('%s, weeks beginning on weekday %d, is in the week of %s', (day, weekStartsOn, week, start, end) => {
  expect(mondayOf(day, weekStartsOn)).toBe(week)
  expect(daysOfWeek(week, weekStartsOn)).toEqual({ start, end })
})

it('weeks from one to another include both', () => {
  expect(weeksBetween('2026-11-09', '2026-11-23')).toEqual(['2026-11-09', '2026-11-16', '2026-11-23'])
  expect(weeksBetween('2026-11-23', '2026-11-16')).toEqual([])
})

it('the week in which the journal began counts where it began with it', () => {
  expect(firstFullWeek('2026-11-23', 1)).toBe('2026-11-23')
  expect(firstFullWeek('2026-11-24', 1)).toBe('2026-11-30')
  expect(firstFullWeek('2026-11-22', 0)).toBe('2026-11-23')
  expect(firstFullWeek('2026-11-23', 0)).toBe('2026-11-30')
})

it('the calendar ends within its weeks', () => {
  for (const weekStartsOn of [0, 1] as const) {
    expect(mondayOf('1900-01-01', weekStartsOn)).toBe('1900-01-01')
    expect(mondayOf('2199-12-31', weekStartsOn)).toBe('2199-12-30')
    expect(daysOfWeek('2199-12-30', weekStartsOn).end).toBe('2199-12-31')
  }
  expect(daysOfWeek('1900-01-01', 0)).toEqual({ start: '1900-01-01', end: '1900-01-06' })
  expect(addWeeks('1900-01-08', -26)).toBe('1900-01-01')
  expect(addWeeks('2199-12-30', 1)).toBe('2199-12-30')
  expect(weeksBetween('2199-12-23', '2199-12-30')).toEqual(['2199-12-23', '2199-12-30'])
})
