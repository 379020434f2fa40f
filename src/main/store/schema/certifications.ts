import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CertificationFields } from '#shared/model/certification.ts'
import { itemId, json } from './columns.ts'

export const certification = sqliteTable('certification', {
  id: itemId(),
  title: text().notNull(),
  issuer: text().notNull(),
  status: text().$type<CertificationFields['status']>().notNull(),
  credentialId: text().notNull(),
  credentialUrl: text().notNull(),
  examDay: text(),
  issueDay: text(),
  expiryDay: text(),
  formerTerms: json<CertificationFields['formerTerms']>().notNull().default([]),
  renewal: text().notNull(),
  cost: json<CertificationFields['cost']>(),
  catalogueKey: text(),
  notes: text().notNull(),
})
