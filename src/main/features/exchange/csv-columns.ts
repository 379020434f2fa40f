import type { Fields } from '#main/store/entity.ts'
import type { CsvList } from '#shared/contract/exchange.ts'
import type { CsvCell } from '#shared/domain/csv.ts'
import type { exchange } from '#shared/locales/en/exchange.ts'
import type { vocabulary } from '#shared/locales/en/vocabulary.ts'
import { inLanguage, type Language, type LocalText, type Money } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/item.ts'
import type { ItemType } from '#shared/model/vocabulary.ts'

/** Minor units (kopecks, cents) in one of a currency, the same everywhere in the app. */
const MINOR_UNITS = 100

type Heading = keyof typeof exchange.column

/** Groups of words for the values of a field that has a fixed choice. */
type Choice = keyof {
  [Group in keyof typeof vocabulary as (typeof vocabulary)[Group] extends string ? never : Group]: true
}

export interface CsvColumn {
  /** Stable name: the heading of a plain table, the key of the heading in the user's language. */
  key: Heading
  cell(item: Fields, language: Language): CsvCell
  /** Words for a value with a fixed choice; a plain table has the value itself. */
  choice?: Choice
}

export interface CsvTable {
  type: ItemType
  /** Order of the rows, in SQL over `item` and the type's own table. */
  order: string
  columns: CsvColumn[]
}

const plain = (...keys: Heading[]): CsvColumn[] =>
  keys.map((key) => ({ key, cell: (item) => (item[key] ?? null) as CsvCell }))

const choice = (key: Heading, group: Choice): CsvColumn => ({
  key,
  choice: group,
  cell: (item) => (item[key] ?? null) as CsvCell,
})

const flag = (key: Heading): CsvColumn => ({ key, cell: (item) => (item[key] === true ? 1 : 0) })

const local = (...keys: Heading[]): CsvColumn[] =>
  keys.map((key) => ({ key, cell: (item, language) => inLanguage(item[key] as LocalText, language) }))

const refsOf = (item: Fields): ItemRef[] => item.refs as ItemRef[]

/** Titles of what an item is about, for reading; the archive has the exact links. */
const LINKS: CsvColumn = {
  key: 'links',
  cell: (item, language) => {
    const links = new Set(item.links as string[])
    const linked = refsOf(item).filter((ref) => links.has(ref.uid))
    return linked.map((ref) => inLanguage(ref.title, language)).join('; ')
  },
}

const TAGS: CsvColumn = { key: 'tags', cell: (item) => (item.tags as string[]).join(', ') }

const COST: CsvColumn[] = [
  {
    key: 'cost',
    cell: (item) => (item.cost === null ? null : (item.cost as Money).minor / MINOR_UNITS),
  },
  { key: 'currency', cell: (item) => (item.cost as Money | null)?.currency ?? null },
]

const ROLE_SHIFT: CsvColumn[] = (['focus', 'scale', 'metrics', 'stakeholders'] as const).map((criterion) => ({
  key: criterion,
  choice: 'roleSide',
  cell: (item) => (item.roleShift as Record<string, string | null>)[criterion] ?? null,
}))

const AUDIENCE: CsvColumn = { key: 'audience', cell: (item) => (item.audience as string[]).join(', ') }

const STAGE: CsvColumn = {
  key: 'stage',
  cell: (item, language) => {
    const stage = refsOf(item).find((ref) => ref.uid === item.stageUid)
    return stage === undefined ? null : inLanguage(stage.title, language)
  },
}

const BY_DAY = 'item.day, item.id'
const BY_TITLE = 'own.title, item.id'

/** What each list has as a table. The order of columns is part of the format: new ones go to the end. */
export const CSV_TABLES: Record<CsvList, CsvTable> = {
  journal: {
    type: 'activity',
    order: BY_DAY,
    columns: [
      ...plain('uid', 'day'),
      choice('kind', 'activityKind'),
      ...plain('title', 'minutes'),
      TAGS,
      LINKS,
      flag('inbox'),
      ...plain('notes'),
    ],
  },
  learning: {
    type: 'learning',
    order: BY_TITLE,
    columns: [
      ...plain('uid'),
      choice('kind', 'learningKind'),
      ...plain('title', 'provider'),
      choice('status', 'learningStatus'),
      ...plain('progress', 'startDay', 'endDay', 'plannedHours'),
      ...COST,
      ...plain('url'),
      TAGS,
      LINKS,
      ...plain('notes'),
    ],
  },
  certifications: {
    type: 'certification',
    order: BY_TITLE,
    columns: [
      ...plain('uid', 'title', 'issuer'),
      choice('status', 'certificationStatus'),
      ...plain('credentialId', 'credentialUrl', 'examDay', 'issueDay', 'expiryDay', 'renewal'),
      ...COST,
      TAGS,
      LINKS,
      ...plain('notes'),
    ],
  },
  projects: {
    type: 'project',
    order: BY_TITLE,
    columns: [
      ...plain('uid'),
      choice('kind', 'projectKind'),
      ...plain('title'),
      choice('status', 'projectStatus'),
      ...plain('responsibility', 'stack', 'repository', 'url', 'startDay', 'endDay', 'nextAction'),
      TAGS,
      LINKS,
      ...plain('notes'),
    ],
  },
  achievements: {
    type: 'achievement',
    order: BY_DAY,
    columns: [
      ...plain('uid', 'day', 'title', 'situation', 'task', 'action', 'result'),
      choice('scope', 'scope'),
      AUDIENCE,
      ...plain('peopleLed', 'metricName', 'metricBaseline', 'metricResult', 'metricUnit', 'myShare'),
      ...ROLE_SHIFT,
      TAGS,
      LINKS,
    ],
  },
  people: {
    type: 'person',
    order: 'own.name, item.id',
    columns: [
      ...plain('uid', 'name'),
      choice('role', 'personRole'),
      ...plain('position', 'company', 'contact', 'cadenceDays'),
      TAGS,
      LINKS,
      ...plain('notes'),
    ],
  },
  obstacles: {
    type: 'obstacle',
    order: 'item.id',
    columns: [
      ...plain('uid'),
      ...local('title', 'description'),
      choice('status', 'obstacleStatus'),
      TAGS,
      LINKS,
      ...plain('notes'),
    ],
  },
  skills: {
    type: 'skill',
    order: 'own.area, own.position, item.id',
    columns: [
      ...plain('uid'),
      choice('area', 'area'),
      ...local('title'),
      ...plain('level', 'ratedOn'),
      ...local('meaning'),
      flag('archived'),
    ],
  },
  milestones: {
    type: 'milestone',
    order: 'own.planned_day, item.id',
    columns: [
      ...plain('uid'),
      STAGE,
      ...local('title', 'check'),
      ...plain('plannedDay', 'doneDay'),
      flag('first90'),
      LINKS,
      ...plain('notes'),
    ],
  },
}
