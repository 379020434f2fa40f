import { certification } from '#main/store/schema/certifications.ts'
import { certificationState, isCertificationEarned } from '#shared/domain/states/certification-state.ts'
import { type CertificationFields, type CertificationTerm, certificationModel } from '#shared/model/certification.ts'
import { BY_TITLE, COST, type CsvColumn, choice, counted, csvTable, days, LINKS, plain, TAGS } from './csv.ts'
import { defineEntity } from './entity.ts'

/** Terms before a renewal, oldest first: ISO 8601 intervals, an unknown end as `..`, each with its credential id. */
const FORMER_TERMS: CsvColumn<'formerTerms'> = {
  key: 'formerTerms',
  cell: (item) =>
    (item.formerTerms as CertificationTerm[])
      .map(({ issueDay, expiryDay, credentialId }) => `${issueDay ?? '..'}/${expiryDay ?? '..'} ${credentialId}`.trim())
      .join('; '),
}

const COUNTED = counted((item, today) =>
  isCertificationEarned(certificationState(item as unknown as CertificationFields, today)),
)

export const certificationEntity = defineEntity(certificationModel, {
  table: certification,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.issueDay ?? fields.examDay,
  searchText: (fields) => [fields.issuer, fields.credentialId, fields.renewal, fields.notes, ...fields.tags],
  csv: csvTable({
    order: BY_TITLE,
    columns: [
      ...plain('uid', 'title', 'issuer'),
      choice('status', 'certificationStatus'),
      ...plain('credentialId', 'credentialUrl'),
      ...days('examDay', 'issueDay', 'expiryDay'),
      ...plain('renewal'),
      ...COST,
      TAGS,
      LINKS,
      ...plain('notes'),
      FORMER_TERMS,
      COUNTED,
    ],
  }),
})
