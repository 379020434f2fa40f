import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LocalText } from '#shared/model/common.ts'
import type { SkillFields } from '#shared/model/skill.ts'
import { flag, itemId, itemRef, json, localText } from './columns.ts'

export const skill = sqliteTable('skill', {
  id: itemId(),
  key: text(),
  area: text().$type<SkillFields['area']>().notNull(),
  position: integer().notNull(),
  title: localText().notNull(),
  meaning: localText().notNull(),
  why: localText().notNull(),
  aliases: json<string[]>().notNull(),
  levels: json<SkillFields['levels']>().notNull(),
  targets: json<SkillFields['targets']>().notNull(),
  evidenceIdeas: json<LocalText[]>().notNull(),
  archived: flag().notNull(),
})

export const assessment = sqliteTable(
  'assessment',
  {
    id: itemId(),
    skillId: itemRef().notNull(),
    level: integer().notNull(),
    day: text().notNull(),
    note: text().notNull(),
    retractedAt: integer(),
  },
  (table) => [index('assessment_skill').on(table.skillId, table.day)],
)
