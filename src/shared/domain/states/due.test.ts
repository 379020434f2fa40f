import { describe, expect, test } from 'vitest'
import type { ItemRef } from '#shared/model/entities.ts'
import { type DueFacts, dueItems } from './due.ts'

const nothing: DueFacts = {
  certifications: [],
  milestones: [],
  experiments: [],
  initiatives: [],
  people: [],
  planStart: null,
  reviews: [],
}
const ref = (title: string): ItemRef => ({ uid: title, type: 'activity', title, day: null })
const due = (facts: Partial<DueFacts>, today: string) =>
  dueItems({ ...nothing, ...facts }, today).map(({ kind, item, day, daysLeft }) => [kind, item?.title, day, daysLeft])

describe('dueItems', () => {
  test('announces an expiry 90 days ahead, and after it until it is acknowledged', () => {
    const certification = {
      item: ref('PSM'),
      status: 'earned' as const,
      examDay: null,
      issueDay: '2023-12-31',
      expiryDay: '2026-12-31',
    }
    expect(due({ certifications: [certification] }, '2026-10-01')).toEqual([])
    expect(due({ certifications: [certification] }, '2026-10-02')).toEqual([
      ['certificationExpiry', 'PSM', '2026-12-31', 90],
    ])
    expect(due({ certifications: [certification] }, '2027-01-02')).toEqual([
      ['certificationExpiry', 'PSM', '2026-12-31', -2],
    ])
    expect(due({ certifications: [{ ...certification, status: 'expired' }] }, '2027-01-02')).toEqual([])
  })

  test('names every exam that has a day, also one whose result is missing', () => {
    const exam = {
      item: ref('AZ-305'),
      status: 'booked' as const,
      examDay: '2026-05-05',
      issueDay: null,
      expiryDay: null,
    }
    expect(due({ certifications: [exam] }, '2026-01-05')).toEqual([['exam', 'AZ-305', '2026-05-05', 120]])
    expect(due({ certifications: [exam] }, '2026-05-06')).toEqual([['exam', 'AZ-305', '2026-05-05', -1]])
    expect(due({ certifications: [{ ...exam, status: 'failed' }] }, '2026-05-06')).toEqual([])
  })

  test('announces milestones and experiments 30 days ahead', () => {
    const milestones = [{ item: ref('m'), plannedDay: '2026-03-01' }]
    const experiments = [{ item: ref('e'), reviewDay: '2026-03-01' }]
    expect(due({ milestones, experiments }, '2026-01-29')).toEqual([])
    expect(due({ milestones, experiments }, '2026-01-30')).toEqual([
      ['milestone', 'm', '2026-03-01', 30],
      ['experimentReview', 'e', '2026-03-01', 30],
    ])
  })

  test('a rhythm counts from the last activity, or from when the person was added', () => {
    const mentor = { item: ref('Анна'), cadenceDays: 14, lastDay: '2026-02-01', since: '2025-01-01' }
    expect(due({ people: [mentor] }, '2026-02-15')).toEqual([])
    expect(due({ people: [mentor] }, '2026-02-16')).toEqual([['person', 'Анна', '2026-02-15', -1]])
    expect(due({ people: [{ ...mentor, lastDay: null, since: '2026-02-10' }] }, '2026-02-25')).toEqual([
      ['person', 'Анна', '2026-02-24', -1],
    ])
  })

  test('asks for a review of the newest plan year that ended, until one is signed', () => {
    const planStart = '2024-03-15'
    const review = (start: string, end: string, isSigned: boolean) => ({ item: ref('draft'), start, end, isSigned })
    expect(due({ planStart }, '2025-03-14')).toEqual([])
    expect(due({ planStart }, '2025-03-15')).toEqual([['yearlyReview', undefined, '2025-03-15', 0]])
    const draft = review('2024-03-15', '2025-03-14', false)
    expect(due({ planStart, reviews: [draft] }, '2025-04-14')).toEqual([['yearlyReview', 'draft', '2025-03-15', -30]])
    const signed = review('2024-03-15', '2025-03-14', true)
    expect(due({ planStart, reviews: [draft, signed] }, '2025-04-14')).toEqual([])
    expect(due({ planStart, reviews: [signed] }, '2026-03-15')).toEqual([['yearlyReview', undefined, '2026-03-15', 0]])
    const [asked] = dueItems({ ...nothing, planStart }, '2026-03-20')
    expect(asked?.period).toEqual({ start: '2025-03-15', end: '2026-03-14' })
  })

  test('puts the most overdue first', () => {
    const milestones = ['2026-03-09', '2026-01-01', '2026-03-01'].map((plannedDay) => ({ item: ref('m'), plannedDay }))
    expect(dueItems({ ...nothing, milestones }, '2026-03-01').map(({ daysLeft }) => daysLeft)).toEqual([-59, 0, 8])
  })
})
