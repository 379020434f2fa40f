import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import type { Instant, LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/vocabulary.ts'
import type { LinkRole } from './schema/item.ts'

/** What a field that names another item by uid does when that item is removed. */
export interface RefSpec {
  /** The table's column (drizzle name) that holds the other item's id. */
  column: string
  type: ItemType | 'any'
  /** cascade: this item goes too; clear: the field becomes null. */
  onRemove: 'cascade' | 'clear'
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
  /** Complete fields of a new item, to be filled by what the user gave. */
  empty: F
  table: SQLiteTable & { id: SQLiteColumn }
  refs: { [field: string]: RefSpec }
  /** The field that holds a list of uids kept in `link`, and the role they are kept under. */
  linkField?: { field: keyof F & string; role: LinkRole }
  hasTags: boolean
  title(fields: F): LocalText
  day(fields: F): string | null
  /** Whole minutes copied into links; null for all but activities. */
  minutes?(fields: F): number
  /** Everything beside the title that search should find. */
  searchText(fields: F): (LocalText | null)[]
  /** Throws a `Failure` when a change is not allowed; `after` is null for a removal. */
  guard?(before: F, after: F | null): void
  /** What undoing its creation does: remove it (default), or keep it with this patch. */
  retract?(now: Instant): Partial<F>
}

/** A stored item: its fields and its envelope. */
export type Doc<F extends object = Fields> = F & { uid: string; createdAt: Instant; updatedAt: Instant }

/** Some of the fields; a field that is undefined is one that was not given. */
export type Patch<F> = { [Field in keyof F]?: F[Field] | undefined }

/** `fields` with what the patch gives. */
export function applyPatch<F extends object>(fields: F, patch: Patch<F>): F {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...fields, ...Object.fromEntries(given) }
}

/** Declares an entity; the fields it leaves out have the usual values. */
export function defineEntity<F extends object>(
  spec: Partial<Entity<F>> & Pick<Entity<F>, 'type' | 'fields' | 'empty' | 'table' | 'title'>,
): Entity<F> {
  return { refs: {}, hasTags: false, day: () => null, searchText: () => [], ...spec }
}
