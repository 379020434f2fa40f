import type { z } from 'zod'
import type { Upgrade } from './shape.ts'

/** The declaration of an entity for all parts that do not use the database, in one place with its shape. */
export interface ModelSpec<
  Type extends string,
  Shape extends z.core.$ZodLooseShape,
  Procedures extends string | null,
  Csv extends string | null,
> {
  /** Its name in the vocabulary. */
  type: Type
  /** Each field without rules between fields. */
  shape: Shape
  /** The same fields with the rules between them. */
  fields: z.ZodObject<Shape, z.core.$strict>
  /** All fields of a new item; the user's values replace them. */
  empty: z.infer<z.ZodObject<Shape, z.core.$strict>>
  /**
   * Converts a document of any earlier shape to the present one, because stored documents must stay readable. The list
   * only grows.
   */
  upgrades?: readonly Upgrade[]
  /** Set if the five usual procedures of the contract are enough: the name they have in the contract. */
  procedures?: Procedures
  /** Set if it is a list that can be exported as a table: the name of the list. */
  csv?: Csv
  /**
   * Set if it has a list whose entries are identified by a unique field other than `key`: the name of that field. No
   * other list of any type may have a field with this name that does not identify its entries.
   */
  entryName?: string
}

/** Declares an entity; its other half, the table and what is read from it, is in `main/store/entities`. */
export function declareModel<
  const Type extends string,
  Shape extends z.core.$ZodLooseShape,
  const Procedures extends string | null = null,
  const Csv extends string | null = null,
>(spec: ModelSpec<Type, Shape, Procedures, Csv>) {
  const { type, shape, fields, empty, upgrades = [] } = spec
  return {
    type,
    shape,
    fields,
    empty,
    upgrades,
    procedures: (spec.procedures ?? null) as Procedures,
    csv: (spec.csv ?? null) as Csv,
    entryName: spec.entryName ?? null,
  }
}
