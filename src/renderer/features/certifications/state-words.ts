import type { Tone } from '#renderer/ui/status-badge.tsx'
import type { CertificationEntry } from '#shared/contract/catalogue.ts'
import { addMonths } from '#shared/domain/calendar/calendar.ts'
import type { CertificationState } from '#shared/domain/states/certification-state.ts'
import type { CertificationFields } from '#shared/model/certification.ts'
import { type Day, isCalendarDay } from '#shared/model/common.ts'
import type { CertificationStatus } from '#shared/model/vocabulary.ts'

/** A state as a text key of `certifications:state`, with its count of days where the text has one. */
export interface StateWords {
  key:
    | 'planned'
    | 'preparing'
    | 'booked'
    | 'examIn'
    | 'examToday'
    | 'examPassed'
    | 'issuedIn'
    | 'issueUnknown'
    | 'noExpiry'
    | 'valid'
    | 'expiresIn'
    | 'expiresToday'
    | 'expired'
    | 'expiredAgo'
    | 'failed'
  tone: Tone
  /** Whole days; 0 where the text has none. */
  count: number
}

const words = (key: StateWords['key'], tone: Tone, count = 0): StateWords => ({ key, tone, count })

/**
 * The words and the tone of a state. A failed exam, or an expiry that the person recorded, is neutral; only an expiry
 * that went unnoticed is red.
 */
export function stateWords(state: CertificationState, status: CertificationStatus): StateWords {
  switch (state.state) {
    case 'notEarned':
      return beforeExam(state.stage, state.daysToExam)
    case 'failed':
      return words('failed', 'neutral')
    case 'awaited':
      if (state.daysToIssue === null) return words('issueUnknown', 'warn')
      return words('issuedIn', 'neutral', state.daysToIssue)
    case 'noExpiry':
      return words('noExpiry', 'good')
    case 'valid':
      return words('valid', 'good')
    case 'expiring':
      return state.daysLeft === 0 ? words('expiresToday', 'warn') : words('expiresIn', 'warn', state.daysLeft)
    case 'expired': {
      const tone = status === 'expired' ? 'neutral' : 'bad'
      return state.daysAgo === null ? words('expired', tone) : words('expiredAgo', tone, state.daysAgo)
    }
  }
}

function beforeExam(stage: 'planned' | 'preparing' | 'booked', daysToExam: number | null): StateWords {
  if (daysToExam !== null && daysToExam < 0) return words('examPassed', 'warn')
  if (stage !== 'booked' || daysToExam === null) return words(stage, stage === 'planned' ? 'neutral' : 'active')
  return daysToExam === 0 ? words('examToday', 'active') : words('examIn', 'active', daysToExam)
}

/** More than the days between any two days of a certification; keeps the groups of the list apart. */
const GROUP_SPAN = 200_000

/** Sort key of a certification in the list: what needs action first, what is over last. */
export function stateOrder(state: CertificationState, status: CertificationStatus): number {
  const [group, days] = place(state, status)
  return group * GROUP_SPAN + days
}

function place(state: CertificationState, status: CertificationStatus): [group: number, days: number] {
  switch (state.state) {
    case 'expired':
      return [status === 'expired' ? 8 : 0, state.daysAgo ?? 0]
    case 'expiring':
      return [1, state.daysLeft]
    case 'awaited':
      return [2, state.daysToIssue ?? GROUP_SPAN / 2]
    case 'notEarned':
      return [{ booked: 2, preparing: 3, planned: 4 }[state.stage], state.daysToExam ?? GROUP_SPAN / 2]
    case 'valid':
      return [5, state.daysLeft]
    case 'noExpiry':
      return [6, 0]
    case 'failed':
      return [7, 0]
  }
}

/** The day fields that belong to a status; a form shows them, and any other that already has a day. */
export function daysOfStatus(status: CertificationStatus): ('examDay' | 'issueDay' | 'expiryDay')[] {
  switch (status) {
    case 'planned':
    case 'preparing':
    case 'booked':
    case 'failed':
      return ['examDay']
    case 'earned':
      return ['examDay', 'issueDay', 'expiryDay']
    case 'expired':
      return ['issueDay', 'expiryDay']
  }
}

/**
 * The last valid day by the catalogue, offered while no day is set or when a renewal moves it; null if it cannot be
 * computed.
 */
export function suggestedExpiry(
  { issueDay, expiryDay }: Pick<CertificationFields, 'issueDay' | 'expiryDay'>,
  validity: CertificationEntry['validity'],
): Day | null {
  if (issueDay === null || !isCalendarDay(issueDay)) return null
  // Guards against a mistyped year, which could lead beyond the calendar.
  if (validity === null || validity === 'never' || issueDay > '2150') return null
  const last = addMonths(issueDay, validity.months)
  return expiryDay === null || expiryDay < last ? last : null
}
