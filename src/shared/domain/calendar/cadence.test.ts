import { describe, expect, it } from 'vitest'
import { contactState } from './cadence.ts'

const TODAY = '2026-11-20'
const on = (cadenceDays: number | null, lastDay: string | null) => contactState({ cadenceDays }, lastDay, TODAY)

describe('contactState', () => {
  it('counts days since the last interaction where no rhythm is wanted', () => {
    expect(on(null, null)).toEqual({ state: 'noRhythm', daysSince: null })
    expect(on(null, '2026-11-13')).toEqual({ state: 'noRhythm', daysSince: 7 })
  })

  it('tells a tie that never began from one that cooled', () => {
    expect(on(14, null)).toEqual({ state: 'never' })
  })

  it('is warm up to and on the day the rhythm asks for', () => {
    expect(on(14, TODAY)).toEqual({ state: 'warm', daysSince: 0, daysLeft: 14 })
    expect(on(14, '2026-11-06')).toEqual({ state: 'warm', daysSince: 14, daysLeft: 0 })
  })

  it('is due after it and cold once a whole turn was missed', () => {
    expect(on(14, '2026-11-05')).toEqual({ state: 'due', daysSince: 15, daysLate: 1 })
    expect(on(14, '2026-10-23')).toEqual({ state: 'due', daysSince: 28, daysLate: 14 })
    expect(on(14, '2026-10-22')).toEqual({ state: 'cold', daysSince: 29, daysLate: 15 })
  })
})
