import type { CertificationFields } from '#shared/model/certification.ts'
import type { Day } from '#shared/model/common.ts'
import { differenceInDays } from '../calendar/calendar.ts'
import { isDone } from '../calendar/done.ts'

/** Days before expiry from which a certification needs attention, whatever its issuer says. */
const EXPIRY_NOTICE_DAYS = 90

/** The state of a certification on a day. All counts are whole days. */
export type CertificationState =
  /** `daysToExam` is negative once the exam day has passed without a recorded result; null = no day set. */
  | { state: 'notEarned'; stage: 'planned' | 'preparing' | 'booked'; daysToExam: number | null }
  | { state: 'failed' }
  /** Marked as earned with a day of issue in the future, so not earned yet; null = no day set. */
  | { state: 'awaited'; daysToIssue: number | null }
  /** Earned without an expiry day: it never expires, or the day is unknown. */
  | { state: 'noExpiry' }
  | { state: 'valid'; daysLeft: number }
  /** `renewalOpen`: the issuer already accepts a renewal; null = the renewal window is unknown. */
  | { state: 'expiring'; daysLeft: number; renewalOpen: boolean | null }
  /** `daysAgo` is null if the certification was marked expired without a past expiry day. */
  | { state: 'expired'; daysAgo: number | null }

/**
 * The state of a certification on a day.
 *
 * The expiry day is the last valid one: on it `daysLeft` is 0 and the state *expiring*; *expired* begins the day after.
 * *Expiring* starts 90 days before, or when the issuer's renewal window opens if that is earlier.
 *
 * @param renewalWindowDays days before expiry in which the issuer renews (catalogue), null = unknown
 */
export function certificationState(
  certification: Pick<CertificationFields, 'status' | 'examDay' | 'issueDay' | 'expiryDay'>,
  today: Day,
  renewalWindowDays: number | null = null,
): CertificationState {
  const { status, examDay, issueDay, expiryDay } = certification
  const daysLeft = expiryDay === null ? null : differenceInDays(expiryDay, today)
  switch (status) {
    case 'planned':
    case 'preparing':
    case 'booked':
      return {
        state: 'notEarned',
        stage: status,
        daysToExam: examDay === null ? null : differenceInDays(examDay, today),
      }
    case 'failed':
      return { state: 'failed' }
    case 'expired':
      return { state: 'expired', daysAgo: daysLeft !== null && daysLeft < 0 ? -daysLeft : null }
    case 'earned':
      if (!isDone(issueDay, today))
        return { state: 'awaited', daysToIssue: issueDay === null ? null : differenceInDays(issueDay, today) }
      return daysLeft === null ? { state: 'noExpiry' } : earnedState(daysLeft, renewalWindowDays)
  }
}

/** True while the certification counts: earned and not expired. */
export function isCertificationEarned(state: CertificationState): boolean {
  return state.state === 'noExpiry' || state.state === 'valid' || state.state === 'expiring'
}

function earnedState(daysLeft: number, renewalWindowDays: number | null): CertificationState {
  if (daysLeft < 0) return { state: 'expired', daysAgo: -daysLeft }
  if (daysLeft > Math.max(EXPIRY_NOTICE_DAYS, renewalWindowDays ?? 0)) return { state: 'valid', daysLeft }
  return { state: 'expiring', daysLeft, renewalOpen: renewalWindowDays === null ? null : daysLeft <= renewalWindowDays }
}
