import type { CertificationFields, CertificationTerm } from '#shared/model/certification.ts'

type Held = Pick<
  CertificationFields,
  'status' | 'issueDay' | 'expiryDay' | 'credentialId' | 'credentialUrl' | 'formerTerms'
>

/** The term that stands on the certificate now. */
const presentTerm = ({ issueDay, expiryDay, credentialId, credentialUrl }: Held): CertificationTerm => ({
  issueDay,
  expiryDay,
  credentialId,
  credentialUrl,
})

const isLater = (before: string | null, after: string | null) => before !== null && after !== null && after > before

/**
 * Whether a change of a held certification renews it: it was issued again, or its last valid day moved on. A day that moves back is a
 * correction.
 */
export function isRenewal(before: Held, after: Pick<Held, 'issueDay' | 'expiryDay'>): boolean {
  const wasHeld = before.status === 'earned' || before.status === 'expired'
  return wasHeld && (isLater(before.issueDay, after.issueDay) || isLater(before.expiryDay, after.expiryDay))
}

/** The terms before the present one once it is renewed, oldest first. */
export const termsAfterRenewal = (before: Held): CertificationTerm[] => [...before.formerTerms, presentTerm(before)]
