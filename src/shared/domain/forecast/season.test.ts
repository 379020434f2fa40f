import { expect, it } from 'vitest'
import { roughDay } from './season.ts'

const TODAY = '2026-11-27'

it.each([
  ['2027-03-01', { kind: 'month', month: '03', year: '2027' }],
  ['2029-03-01', { kind: 'season', season: 'spring', year: '2029' }],
  ['2029-05-31', { kind: 'season', season: 'spring', year: '2029' }],
  ['2029-06-01', { kind: 'season', season: 'summer', year: '2029' }],
  ['2029-11-30', { kind: 'season', season: 'autumn', year: '2029' }],
  ['2028-12-01', { kind: 'season', season: 'winter', year: '2028/29' }],
  ['2029-02-28', { kind: 'season', season: 'winter', year: '2028/29' }],
  ['2099-12-31', { kind: 'season', season: 'winter', year: '2099/00' }],
])('%s is named as closely as it is known', (day, rough) => {
  expect(roughDay(day, TODAY)).toEqual(rough)
})
