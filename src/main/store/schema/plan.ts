import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LocalText } from '#shared/model/common.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { flag, itemId, itemRef, json, localText } from './columns.ts'

export const plan = sqliteTable('plan', {
  id: itemId(),
  templateKey: text(),
  title: localText().notNull(),
  fromRole: localText().notNull(),
  toRole: localText().notNull(),
  startDay: text().notNull(),
  horizonYears: integer().notNull(),
  vision: text().notNull(),
  companyNote: text().notNull(),
})

export const stage = sqliteTable('stage', {
  id: itemId(),
  key: text(),
  position: integer().notNull(),
  title: localText().notNull(),
  purpose: localText().notNull(),
  shift: localText().notNull(),
  traps: json<LocalText[]>().notNull(),
  plannedStart: text().notNull(),
  plannedEnd: text().notNull(),
  gateMeaning: localText().notNull(),
  passedOn: text(),
  passNote: text().notNull(),
  passReadiness: real(),
})

export const requirement = sqliteTable(
  'requirement',
  {
    id: itemId(),
    stageId: itemRef().notNull(),
    position: integer().notNull(),
    kind: text().$type<RequirementFields['kind']>().notNull(),
    weight: integer().notNull(),
    note: localText().notNull(),
    skillId: itemRef(),
    level: integer(),
    evidenceKind: text().$type<RequirementFields['evidenceKind']>(),
    activityKind: text().$type<RequirementFields['activityKind']>(),
    minScope: text().$type<RequirementFields['minScope']>(),
    count: integer(),
    since: text().$type<RequirementFields['since']>().notNull().default('always'),
    visibilityKinds: json<RequirementFields['visibilityKinds']>().notNull().default([]),
    minOutside: integer(),
    catalogueKeys: json<string[]>().notNull(),
    metricId: itemRef(),
    metricValue: real(),
    milestoneId: itemRef(),
  },
  (table) => [index('requirement_stage').on(table.stageId, table.position)],
)

export const milestone = sqliteTable(
  'milestone',
  {
    id: itemId(),
    key: text(),
    stageId: itemRef().notNull(),
    position: integer().notNull(),
    title: localText().notNull(),
    check: localText().notNull(),
    plannedDay: text().notNull(),
    doneDay: text(),
    first90: flag().notNull(),
    notes: text().notNull(),
  },
  (table) => [index('milestone_stage').on(table.stageId, table.position)],
)
