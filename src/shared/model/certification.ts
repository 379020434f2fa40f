import { z } from 'zod'
import { Day, Key, Line, Money, Notes, Title, WebUrl } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, requireOrder, Tags } from './item.ts'
import type { Upgrade } from './shape.ts'
import { CertificationStatus } from './vocabulary.ts'

/** Former terms of a certification at most: 40 years of yearly renewals. */
const FORMER_TERMS = 40

/** A former term, replaced by a renewal, as it was on the certificate. */
export const CertificationTerm = z.strictObject({
  issueDay: Day.nullable(),
  /** Last valid day; null = did not expire or unknown. */
  expiryDay: Day.nullable(),
  credentialId: Line,
  credentialUrl: WebUrl,
})
export type CertificationTerm = z.infer<typeof CertificationTerm>

export const certificationShape = {
  title: Title,
  issuer: Line,
  status: CertificationStatus,
  credentialId: Line,
  credentialUrl: WebUrl,
  examDay: Day.nullable(),
  issueDay: Day.nullable(),
  /** Last valid day; null = does not expire or unknown. */
  expiryDay: Day.nullable(),
  /** Terms before the present one, oldest first: a renewal adds the term that it ends. */
  formerTerms: z.array(CertificationTerm).max(FORMER_TERMS),
  /** What is needed to keep it: credits, exam, fee. */
  renewal: Notes,
  cost: Money.nullable(),
  catalogueKey: Key.nullable(),
  notes: Notes,
  links: Links,
  tags: Tags,
}
export const CertificationFields = z.strictObject(certificationShape).superRefine((item, ctx) => {
  requireOrder(ctx, item.issueDay, item.expiryDay, 'expiryDay', 'day.expiryBeforeIssue')
  if (item.status === 'earned' && item.issueDay === null)
    ctx.addIssue({ code: 'custom', path: ['issueDay'], message: 'field.required' })
})
export type CertificationFields = z.infer<typeof CertificationFields>
export const emptyCertification: CertificationFields = {
  title: '',
  issuer: '',
  status: 'planned',
  credentialId: '',
  credentialUrl: '',
  examDay: null,
  issueDay: null,
  expiryDay: null,
  formerTerms: [],
  renewal: '',
  cost: null,
  catalogueKey: null,
  notes: '',
  links: [],
  tags: [],
}

/** 2: former terms are kept. */
const certificationUpgrades: readonly Upgrade[] = [(doc) => ({ ...doc, formerTerms: [] })]

export const certificationModel = declareModel({
  type: 'certification',
  shape: certificationShape,
  fields: CertificationFields,
  empty: emptyCertification,
  upgrades: certificationUpgrades,
  procedures: 'certifications',
  csv: 'certifications',
})
