import type { CertificationFields, CertificationTerm } from '#shared/model/certification.ts'

type Held = Pick<
  CertificationFields,
  'status' | 'issueDay' | 'expiryDay' | 'credentialId' | 'credentialUrl' | 'formerTerms'
>

/** The term on the present certificate. */
const presentTerm = ({ issueDay, expiryDay, credentialId, credentialUrl }: Held): CertificationTerm => ({
  issueDay,
  expiryDay,
  credentialId,
  credentialUrl,
})

const isLater = (before: string | null, after: string | null) => before !== null && after !== null && after > before

/**
 * Whether a change of a held certification is a renewal: the day of issue or the last valid day moved later. A day
 * moved earlier is a correction.
 */
export function isRenewal(before: Held, after: Pick<Held, 'issueDay' | 'expiryDay'>): boolean {
  const wasHeld = before.status === 'earned' || before.status === 'expired'
  return wasHeld && (isLater(before.issueDay, after.issueDay) || isLater(before.expiryDay, after.expiryDay))
}

/** The former terms after a renewal, oldest first. */
export const termsAfterRenewal = (before: Held): CertificationTerm[] => [...before.formerTerms, presentTerm(before)]
