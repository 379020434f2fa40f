import { describe, expect, it } from 'vitest'
import { certificationState } from '#shared/domain/states/certification-state.ts'
import { emptyCertification } from '#shared/model/certification.ts'
import { daysOfStatus, stateOrder, stateWords, suggestedExpiry } from './state-words.ts'

const TODAY = '2026-11-20'
type Status = (typeof emptyCertification)['status']
type Days = { examDay?: string; issueDay?: string | null; expiryDay?: string }
/** An earned certification was issued long ago unless the test says otherwise. */
const on = (status: Status, days: Days = {}) =>
  certificationState(
    { ...emptyCertification, status, issueDay: status === 'earned' ? '2019-11-01' : null, ...days },
    TODAY,
  )
const say = (...args: Parameters<typeof on>) => stateWords(on(...args), args[0])

describe('stateWords', () => {
  it('counts the days to a booked exam and asks for its result afterwards', () => {
    expect(say('booked', { examDay: '2026-11-27' })).toEqual({ key: 'examIn', tone: 'active', count: 7 })
    expect(say('booked', { examDay: TODAY }).key).toBe('examToday')
    expect(say('booked', { examDay: '2026-11-19' })).toMatchObject({ key: 'examPassed', tone: 'warn' })
    expect(say('booked').key).toBe('booked')
    expect(say('planned', { examDay: '2027-01-01' }).key).toBe('planned')
  })

  it('warns before the last valid day and tells since when it is over', () => {
    expect(say('earned').key).toBe('noExpiry')
    expect(say('earned', { expiryDay: '2029-01-01' }).key).toBe('valid')
    expect(say('earned', { expiryDay: '2026-11-21' })).toEqual({ key: 'expiresIn', tone: 'warn', count: 1 })
    expect(say('earned', { expiryDay: TODAY }).key).toBe('expiresToday')
    expect(say('earned', { expiryDay: '2026-11-18' })).toEqual({ key: 'expiredAgo', tone: 'bad', count: 2 })
    expect(say('expired')).toEqual({ key: 'expired', tone: 'neutral', count: 0 })
  })

  it('takes what is issued later, or on an unknown day, for not earned yet', () => {
    expect(say('earned', { issueDay: null })).toMatchObject({ key: 'issueUnknown', tone: 'warn' })
    expect(say('earned', { issueDay: '2026-11-21' })).toMatchObject({ key: 'issuedIn', count: 1 })
    expect(say('earned', { issueDay: TODAY }).key).toBe('noExpiry')
  })

  it('takes a failed exam as a fact', () => {
    expect(say('failed', { examDay: '2026-11-01' })).toEqual({ key: 'failed', tone: 'neutral', count: 0 })
  })
})

describe('stateOrder', () => {
  it('puts what asks for something first', () => {
    const order = (...args: Parameters<typeof on>) => stateOrder(on(...args), args[0])
    const ranks = [
      order('earned', { expiryDay: '2026-11-01' }),
      order('earned', { expiryDay: '2026-11-25' }),
      order('earned', { expiryDay: '2026-12-25' }),
      order('booked', { examDay: '2026-11-10' }),
      order('booked', { examDay: '2026-12-10' }),
      order('booked'),
      order('preparing'),
      order('planned'),
      order('earned', { expiryDay: '2029-11-25' }),
      order('earned'),
      order('failed'),
      order('expired', { expiryDay: '2020-01-01' }),
    ]
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })
})

describe('daysOfStatus', () => {
  it('asks for the issue day only of what was issued', () => {
    expect(daysOfStatus('failed')).toEqual(['examDay'])
    expect(daysOfStatus('earned')).toContain('issueDay')
    expect(daysOfStatus('booked')).not.toContain('expiryDay')
  })
})

describe('suggestedExpiry', () => {
  const issued = (issueDay: string | null, expiryDay: string | null = null) => ({ issueDay, expiryDay })

  it('adds the validity of the catalogue to the issue day', () => {
    expect(suggestedExpiry(issued('2026-01-31'), { months: 37 })).toBe('2029-02-28')
  })

  it('offers nothing where the rule is unknown, there is no end, or a day is set', () => {
    expect(suggestedExpiry(issued('2026-01-31'), null)).toBeNull()
    expect(suggestedExpiry(issued('2026-01-31'), 'never')).toBeNull()
    expect(suggestedExpiry(issued('2026-01-31', '2027-01-31'), { months: 12 })).toBeNull()
    expect(suggestedExpiry(issued('2026-13-99'), { months: 12 })).toBeNull()
    expect(suggestedExpiry(issued(null), { months: 12 })).toBeNull()
  })
})
