import type { z } from 'zod'
import type { Upgrade } from './shape.ts'

/** What an entity declares of itself to everything that knows no database: one place, beside its shape. */
export interface ModelSpec<
  Type extends string,
  Shape extends z.core.$ZodLooseShape,
  Procedures extends string | null,
  Csv extends string | null,
> {
  /** Its word in the vocabulary. */
  type: Type
  /** Every field by itself. */
  shape: Shape
  /** The same fields with the rules between them. */
  fields: z.ZodObject<Shape, z.core.$strict>
  /** Complete fields of a new item, to be filled by what the user gave. */
  empty: z.infer<z.ZodObject<Shape, z.core.$strict>>
  /** Lifts a doc of any earlier shape to today's: what was stored once is read for ever. Only ever grows. */
  upgrades?: readonly Upgrade[]
  /** Where the five usual procedures of the contract are all it needs: the name they are found under. */
  procedures?: Procedures
  /** Where it is a list that can be exported as a table: the name of the list. */
  csv?: Csv
  /**
   * Where the entries of a list of it have names, each of which is there once, and not in `key`: the field that has them. No other
   * list, of whatever type, may have entries with a field of this name that is no name.
   */
  entryName?: string
}

/** Declares an entity; the other half, its table and what is read from it, stands in `main/store/entities`. */
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
