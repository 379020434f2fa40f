import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import type { LinkRole } from '#main/store/schema/item.ts'
import type { Day, Instant, LocalText } from '#shared/model/common.ts'
import type { ItemType, Model } from '#shared/model/entities.ts'
import { liftDoc, type StoredDoc, shapeVersion, type Upgrade } from '#shared/model/shape.ts'
import type { Subject } from '#shared/model/subject.ts'
import type { CsvTable } from './csv.ts'

/** What a field that names another item by uid does when that item is removed. */
export interface RefSpec {
  /** The table's column (drizzle name) that holds the other item's id. */
  column: string
  type: ItemType | 'any'
  /** cascade: this item is removed too; clear: the field becomes null. */
  onRemove: 'cascade' | 'clear'
}

/** A list of other items: what they are to this one, and of which type they must be. */
export interface LinkSpec {
  role: LinkRole
  type: ItemType | 'any'
}

/** Any entity's fields as the engine handles them; each feature sees its own type. */
export type Fields = Record<string, unknown>

/**
 * How one entity of the vocabulary is kept: which table, which fields name other items, what is searched. Everything generic
 * (writing, history, undo, archive) works from this description, so no feature repeats it.
 */
export interface Entity<F extends object = Fields> {
  type: ItemType
  /** The rules every write must satisfy, across fields too. */
  fields: z.ZodType<F>
  /** Lifts a doc of any earlier shape to today's: what was stored once is read for ever. */
  upgrades: readonly Upgrade[]
  /** Complete fields of a new item, to be filled by what the user gave. */
  empty: F
  table: SQLiteTable & { id: SQLiteColumn }
  refs: { [field: string]: RefSpec }
  /** Fields that hold a list of uids kept in `link`; each has a role that no other field of the entity has. */
  links: { [Field in keyof F & string]?: LinkSpec }
  hasTags: boolean
  title(fields: F): LocalText
  day(fields: F): string | null
  /** Whole minutes copied into links; null for all but activities. */
  minutes?(fields: F): number
  /**
   * Whether search finds it. false for types that say nothing on their own, and for types that may have many items
   * (values of metrics): they then cost search nothing.
   */
  isSearched: boolean
  /** Everything besides the title that search should find. */
  searchText(fields: F): (LocalText | null)[]
  /**
   * Fills in what follows from the user's input, such as the day of an item that becomes finished; `before` is null for
   * a new item.
   */
  complete?(fields: F, before: F | null, today: Day): F
  /** Fills in what follows from a change made without seeing the rest of the item, such as a new status in a list. */
  completeUnseen?(patch: Patch<F>, before: F, today: Day): Patch<F>
  /** The table for exporting the list; present when the model names the list. */
  csv?: CsvTable
  /** Throws a `Failure` when a change is not allowed; `after` is null for a removal. */
  guard?(before: F, after: F | null): void
  /** Further subjects of a change besides the type, for readers of only some of its items (signed reviews). */
  alsoChanges?(fields: F): Subject[]
  /** What undoing the item's creation does: remove it (default), or keep it with this patch. */
  retract?(now: Instant): Partial<F>
}

/** A stored item: its fields and its envelope. */
export type Doc<F extends object = Fields> = F & { uid: string; createdAt: Instant; updatedAt: Instant }

/** Some of the fields; an undefined field was not given. */
export type Patch<F> = { [Field in keyof F]?: F[Field] | undefined }

/** `fields` with the values of the patch. */
export function applyPatch<F extends object>(fields: F, patch: Patch<F>): F {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...fields, ...Object.fromEntries(given) }
}

/** The second half of an entity's declaration; what it leaves out has the usual value. */
export type EntityHalf<F extends object, List extends string | null> = Partial<
  Omit<Entity<F>, keyof Declared | 'csv'>
> &
  Pick<Entity<F>, 'table' | 'title'> &
  (List extends string ? { csv: CsvTable } : { csv?: never })

type Declared = Pick<Entity, 'type' | 'fields' | 'upgrades' | 'empty'>

/** The values most entities have, for everything a half may leave out. */
const USUAL = { refs: {}, links: {}, hasTags: false, isSearched: true, day: () => null, searchText: () => [] }

/** Completes the declaration of an entity (`shared/model`) with where and how it is stored. */
export function defineEntity<M extends Model>(
  { type, fields, upgrades, empty }: M,
  half: EntityHalf<z.infer<M['fields']>, M['csv']>,
): Entity<z.infer<M['fields']>> {
  type F = z.infer<M['fields']>
  const declared = { type, upgrades, fields: fields as unknown as z.ZodType<F>, empty: empty as F }
  return { ...USUAL, ...declared, ...half }
}

/** The fields of an entity that hold links, with their specifications. */
export const linkFields = (entity: Pick<Entity, 'links'>): [field: string, spec: LinkSpec][] =>
  Object.entries(entity.links) as [string, LinkSpec][]

/** Version of the shape an entity's docs have now; kept with every doc that is stored outside of its table. */
export const docVersion = (entity: Pick<Entity, 'upgrades'>): number => shapeVersion(entity.upgrades)

/** Converts a stored doc of any version to one of today's; throws `NewerShapeError` for one of a newer Kurs. */
export function readStoredDoc(entity: Pick<Entity, 'type' | 'upgrades'>, version: number, stored: StoredDoc): Doc {
  return liftDoc(entity.type, entity.upgrades, version, stored) as Doc
}
