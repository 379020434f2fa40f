import { finishOf, isDone } from '#shared/domain/calendar/done.ts'
import type { CsvCell } from '#shared/domain/text/csv.ts'
import type { resources } from '#shared/locales/resources.ts'
import { type Day, inLanguage, type Language, type LocalText, type Money } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/entities.ts'

type Texts = (typeof resources)['en']

/** Headings that several lists share. */
type Heading = keyof Texts['exchange']['column']

/** Features whose form names its fields. */
type WithFields = { [Name in keyof Texts]: Texts[Name] extends { field: object } ? Name : never }[keyof Texts]

/** Words for the fields of a feature's form, as headings of its list. */
type FieldHeading<Words> = Words extends WithFields ? keyof Texts[Words]['field'] & string : never

/** Features that name the statuses of their items themselves. */
type WithStatuses = { [Name in keyof Texts]: Texts[Name] extends { status: object } ? Name : never }[keyof Texts]

/** Where the words for a field with a fixed choice are: a group of the vocabulary, or the statuses of a feature. */
type Choice =
  | WithStatuses
  | keyof {
      [Group in keyof Texts['vocabulary'] as Texts['vocabulary'][Group] extends string ? never : Group]: true
    }

/** Any item's fields; each column knows which of them it reads. */
type Item = Record<string, unknown>

export interface CsvColumn<Key extends string = string> {
  /** Stable name: the heading of a plain table, the key of the heading in the user's language. */
  key: Key
  cell(item: Item, language: Language, today: Day): CsvCell
  /**
   * Words for a value with a fixed choice; a plain table has the value itself. Sides have the names of the plan's
   * roles.
   */
  choice?: Choice | 'roleSide'
}

export interface CsvTable {
  /** Order of the rows, in SQL over `item` and the type's own table. */
  order: string
  /** The feature whose form names the columns that have no shared heading; null = all have one. */
  words: WithFields | null
  columns: CsvColumn[]
}

/** A list as a table. The order of columns is part of the format: new ones go to the end. */
export const csvTable = <const Words extends WithFields | null = null>(table: {
  order: string
  words?: Words
  columns: CsvColumn<Heading | FieldHeading<Words>>[]
}): CsvTable => ({ words: null, ...table })

export const plain = <Key extends string>(...keys: Key[]): CsvColumn<Key>[] =>
  keys.map((key) => ({ key, cell: (item) => (item[key] ?? null) as CsvCell }))

export const days = <Key extends string>(...keys: Key[]): CsvColumn<Key>[] =>
  keys.map((key) => ({ key, cell: (item) => (item[key] ? { day: item[key] as string } : null) }))

export const choice = <Key extends string>(key: Key, group: Choice): CsvColumn<Key> => ({
  key,
  choice: group,
  cell: (item) => (item[key] ?? null) as CsvCell,
})

/** A column that belongs to some rows only; in the others it is empty, whatever a form has left there. */
export const only = <Key extends string>(column: CsvColumn<Key>, isOwn: (item: Item) => boolean): CsvColumn<Key> => ({
  ...column,
  cell: (item, language, today) => (isOwn(item) ? column.cell(item, language, today) : null),
})

export const flag = <Key extends string>(key: Key): CsvColumn<Key> => ({
  key,
  cell: (item) => (item[key] === true ? 1 : 0),
})

/** Texts that may come from the template. */
export const local = <Key extends string>(...keys: Key[]): CsvColumn<Key>[] =>
  keys.map((key) => ({ key, cell: (item, language) => inLanguage(item[key] as LocalText, language) }))

/** Whether a row counts in gates, reviews and sums today: 1 or 0, so that a filter gives the numbers the app shows. */
export const counted = (isCounted: (item: Item, today: Day) => boolean): CsvColumn<'counted'> => ({
  key: 'counted',
  cell: (item, _language, today) => (isCounted(item, today) ? 1 : 0),
})

export const COUNTED_BY_DAY = counted((item, today) => isDone(item.day as Day, today))
export const COUNTED_BY_FINISH = counted(
  (item, today) => finishOf(item as { status: string; endDay: Day | null }, today) === 'done',
)

/** Refs of the items an item names, to show titles instead of uids. */
const refsOf = (item: Item): ItemRef[] => item.refs as ItemRef[]

/** Titles of the items a field names, for reading; the archive has the exact links. */
export const titles = <Key extends string>(key: Key, field: string = key): CsvColumn<Key> => ({
  key,
  cell: (item, language) => {
    const named = new Set([item[field]].flat())
    const refs = refsOf(item).filter((ref) => named.has(ref.uid))
    return refs.map((ref) => inLanguage(ref.title, language)).join('; ')
  },
})

export const LINKS = titles('links')

export const TAGS: CsvColumn<'tags'> = { key: 'tags', cell: (item) => (item.tags as string[]).join(', ') }

/** Orders of rows. */
export const BY_DAY = 'item.day, item.id'
export const BY_TITLE = 'own.title, item.id'

/** Minor units (kopecks, cents) in one unit of a currency, the same everywhere in the app. */
const MINOR_UNITS = 100

export const COST: CsvColumn<'cost' | 'currency'>[] = [
  {
    key: 'cost',
    cell: (item) => (item.cost === null ? null : (item.cost as Money).minor / MINOR_UNITS),
  },
  { key: 'currency', cell: (item) => (item.cost as Money | null)?.currency ?? null },
]
