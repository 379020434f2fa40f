import { CertificationFields, emptyCertification } from '#shared/model/certification.ts'
import { defineEntity } from '../entity.ts'
import { certification } from '../schema/certifications.ts'

export const certificationEntity = defineEntity<CertificationFields>({
  type: 'certification',
  fields: CertificationFields,
  empty: emptyCertification,
  table: certification,
  linkField: { field: 'links', role: 'link' },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.issueDay ?? fields.examDay,
  searchText: (fields) => [fields.issuer, fields.credentialId, fields.renewal, fields.notes, ...fields.tags],
})
