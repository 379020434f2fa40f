import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CertificationStatus } from '#shared/model/vocabulary.ts'
import { addDays, dayFromNumber, dayNumber } from '../calendar/calendar.ts'
import { type CertificationState, certificationState, isCertificationEarned } from './certification-state.ts'

const TODAY = '2026-03-05'
const at = (
  status: CertificationStatus,
  days: { examDay?: string; issueDay?: string | null; expiryDay?: string } = {},
) => ({
  status,
  examDay: null,
  issueDay: '2025-01-01',
  expiryDay: null,
  ...days,
})
const earnedUntil = (expiryDay: string) => at('earned', { expiryDay })

describe('certificationState', () => {
  test.each(['planned', 'preparing', 'booked'] as const)('%s is not earned', (status) => {
    expect(certificationState(at(status), TODAY)).toEqual({ state: 'notEarned', stage: status, daysToExam: null })
  })

  test('counts the days to the exam, and past it', () => {
    expect(certificationState(at('booked', { examDay: '2026-03-20' }), TODAY)).toMatchObject({ daysToExam: 15 })
    expect(certificationState(at('booked', { examDay: TODAY }), TODAY)).toMatchObject({ daysToExam: 0 })
    expect(certificationState(at('booked', { examDay: '2026-03-01' }), TODAY)).toMatchObject({ daysToExam: -4 })
  })

  test('a failed exam is a state of its own', () => {
    expect(certificationState(at('failed', { examDay: '2026-01-01' }), TODAY)).toEqual({ state: 'failed' })
  })

  test('earned for ever, or nobody knows until when', () => {
    expect(certificationState(at('earned'), TODAY)).toEqual({ state: 'noExpiry' })
  })

  test('issued on a day to come is not earned, nor is a lapse of it', () => {
    const issued = (issueDay: string | null) => certificationState(at('earned', { issueDay }), TODAY)
    expect(issued('2062-03-05')).toEqual({ state: 'awaited', daysToIssue: 13_149 })
    expect(issued('2026-03-06')).toEqual({ state: 'awaited', daysToIssue: 1 })
    expect(issued(null)).toEqual({ state: 'awaited', daysToIssue: null })
    expect(issued(TODAY)).toEqual({ state: 'noExpiry' })
    expect(isCertificationEarned(issued('2026-03-06'))).toBe(false)
  })

  test.each<[string, CertificationState]>([
    ['2027-03-05', { state: 'valid', daysLeft: 365 }],
    ['2026-06-04', { state: 'valid', daysLeft: 91 }],
    ['2026-06-03', { state: 'expiring', daysLeft: 90, renewalOpen: null }],
    ['2026-03-06', { state: 'expiring', daysLeft: 1, renewalOpen: null }],
    ['2026-03-05', { state: 'expiring', daysLeft: 0, renewalOpen: null }],
    ['2026-03-04', { state: 'expired', daysAgo: 1 }],
    ['2025-03-05', { state: 'expired', daysAgo: 365 }],
  ])('earned until %s', (expiryDay, state) => {
    expect(certificationState(earnedUntil(expiryDay), TODAY)).toEqual(state)
  })

  test('a long renewal window gives notice earlier', () => {
    expect(certificationState(earnedUntil('2026-08-01'), TODAY, 180)).toEqual({
      state: 'expiring',
      daysLeft: 149,
      renewalOpen: true,
    })
    expect(certificationState(earnedUntil('2026-12-01'), TODAY, 180)).toEqual({ state: 'valid', daysLeft: 271 })
  })

  test('a short renewal window does not hide that the end is near', () => {
    expect(certificationState(earnedUntil('2026-05-04'), TODAY, 30)).toEqual({
      state: 'expiring',
      daysLeft: 60,
      renewalOpen: false,
    })
  })

  test('marked expired by hand', () => {
    expect(certificationState(at('expired'), TODAY)).toEqual({ state: 'expired', daysAgo: null })
    expect(certificationState(at('expired', { expiryDay: '2026-03-01' }), TODAY)).toEqual({
      state: 'expired',
      daysAgo: 4,
    })
    expect(certificationState(at('expired', { expiryDay: '2027-01-01' }), TODAY)).toEqual({
      state: 'expired',
      daysAgo: null,
    })
  })

  test('29 February is a last valid day', () => {
    expect(certificationState(earnedUntil('2028-02-29'), '2028-02-29')).toMatchObject({
      state: 'expiring',
      daysLeft: 0,
    })
    expect(certificationState(earnedUntil('2028-02-29'), '2028-03-01')).toEqual({ state: 'expired', daysAgo: 1 })
  })

  test('time only moves it forward: awaited, valid, expiring, expired', () => {
    const order = ['awaited', 'valid', 'expiring', 'expired']
    const day = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2100-01-01') }).map(dayFromNumber)
    const window = fc.option(fc.integer({ min: 1, max: 400 }))
    fc.assert(
      fc.property(day, fc.nat(9000), day, fc.nat(2000), window, (expiryDay, length, today, later, windowDays) => {
        const issueDay = addDays(expiryDay, -length)
        const now = certificationState(at('earned', { issueDay, expiryDay }), today, windowDays)
        const then = certificationState(at('earned', { issueDay, expiryDay }), addDays(today, later), windowDays)
        expect(order.indexOf(then.state)).toBeGreaterThanOrEqual(order.indexOf(now.state))
        expect(isCertificationEarned(now)).toBe(issueDay <= today && today <= expiryDay)
      }),
    )
  })
})

test('only a certification that is earned and alive counts', () => {
  expect(isCertificationEarned(certificationState(at('earned'), TODAY))).toBe(true)
  expect(isCertificationEarned(certificationState(at('booked'), TODAY))).toBe(false)
  expect(isCertificationEarned(certificationState(at('failed'), TODAY))).toBe(false)
  expect(isCertificationEarned(certificationState(at('expired'), TODAY))).toBe(false)
})
