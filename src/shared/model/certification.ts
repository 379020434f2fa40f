import { z } from 'zod'
import { Day, Line, Money, Notes, Title, WebUrl } from './common.ts'
import { envelopeShape, Links, refsShape, requireOrder, Tags } from './item.ts'
import { CertificationStatus } from './vocabulary.ts'

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
  /** What has to be done to keep it: credits, exam, fee. */
  renewal: Notes,
  cost: Money.nullable(),
  catalogueKey: z.string().nullable(),
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
export const Certification = z.strictObject({ ...certificationShape, ...envelopeShape, ...refsShape })
export type Certification = z.infer<typeof Certification>
export const emptyCertification: CertificationFields = {
  title: '',
  issuer: '',
  status: 'planned',
  credentialId: '',
  credentialUrl: '',
  examDay: null,
  issueDay: null,
  expiryDay: null,
  renewal: '',
  cost: null,
  catalogueKey: null,
  notes: '',
  links: [],
  tags: [],
}
