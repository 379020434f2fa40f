import { describe, expect, it } from 'vitest'
import { emptyCertification } from '#shared/model/certification.ts'
import { isRenewal, termsAfterRenewal } from './certification-terms.ts'

const held = {
  ...emptyCertification,
  status: 'earned' as const,
  issueDay: '2022-11-12',
  expiryDay: '2024-11-12',
  credentialId: 'A-1',
}

describe('a renewal', () => {
  it.each([
    ['issued again', { issueDay: '2024-11-01', expiryDay: '2026-11-01' }, true],
    ['prolonged under its first day', { issueDay: '2022-11-12', expiryDay: '2025-11-12' }, true],
    ['issued again without an expiry day', { issueDay: '2024-11-01', expiryDay: null }, true],
    ['unchanged', { issueDay: '2022-11-12', expiryDay: '2024-11-12' }, false],
    ['corrected to an earlier day', { issueDay: '2022-10-12', expiryDay: '2024-10-12' }, false],
    ['given the day it lacked', { issueDay: '2022-11-12', expiryDay: null }, false],
  ])('is what is %s: %j', (_, after, renewed) => {
    expect(isRenewal(held, after)).toBe(renewed)
  })

  it('needs something that was held: an exam that is put off is none', () => {
    expect(isRenewal({ ...held, status: 'planned' }, { issueDay: '2030-01-01', expiryDay: null })).toBe(false)
    expect(isRenewal({ ...held, status: 'expired' }, { issueDay: '2030-01-01', expiryDay: null })).toBe(true)
  })

  it('keeps every term as it stood, oldest first', () => {
    const first = termsAfterRenewal(held)
    expect(first).toEqual([{ issueDay: '2022-11-12', expiryDay: '2024-11-12', credentialId: 'A-1', credentialUrl: '' }])
    const second = termsAfterRenewal({ ...held, issueDay: '2024-11-01', expiryDay: '2026-11-01', formerTerms: first })
    expect(second.map((term) => term.issueDay)).toEqual(['2022-11-12', '2024-11-01'])
  })
})
