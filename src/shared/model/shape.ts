/** A stored document as it was found: fields by name, of whatever shape it had when it was written. */
export type StoredDoc = Record<string, unknown>

/**
 * One step in the life of a shape: makes the next version of a document. It is pure and frozen once released: it names no live
 * schema, no live list of choices and no function that may change, because it has to read in ten years what was written
 * today.
 */
export type Upgrade = (doc: StoredDoc) => StoredDoc

/** The document was written by a newer Kurs, which knows a later version of its shape. */
export class NewerShapeError extends Error {
  constructor(name: string, found: number, known: number) {
    super(`${name} of version ${found}, this version of Kurs knows ${known}`)
  }
}

/** Version of a shape with this chain behind it: the first is 1, and each upgrade makes the next. */
export const shapeVersion = (upgrades: readonly Upgrade[]): number => upgrades.length + 1

/**
 * A document of any earlier version as one of today's. `name` says what it is, for the error. Throws `NewerShapeError` for a
 * version this chain does not reach, `RangeError` for one that never was.
 */
export function liftDoc(name: string, upgrades: readonly Upgrade[], version: number, doc: StoredDoc): StoredDoc {
  if (!Number.isInteger(version) || version < 1) throw new RangeError(`${name} of version ${version}`)
  if (version > shapeVersion(upgrades)) throw new NewerShapeError(name, version, shapeVersion(upgrades))
  return upgrades.slice(version - 1).reduce((lifted, upgrade) => upgrade(lifted), doc)
}
