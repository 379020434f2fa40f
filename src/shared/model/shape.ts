/** A stored document as it was found: fields by name, in the shape of the time it was written. */
export type StoredDoc = Record<string, unknown>

/**
 * One step in the history of a shape: makes the next version of a document. It is pure and frozen once released: it
 * uses no live schema, no live vocabulary and no function that may change, because in ten years it must still read what
 * was written today.
 */
export type Upgrade = (doc: StoredDoc) => StoredDoc

/** The document was written by a newer Kurs, which knows a later version of its shape. */
export class NewerShapeError extends Error {
  constructor(name: string, found: number, known: number) {
    super(`${name} of version ${found}, this version of Kurs knows ${known}`)
  }
}

/** Version of a shape with these upgrades: the first is 1, and each upgrade makes the next. */
export const shapeVersion = (upgrades: readonly Upgrade[]): number => upgrades.length + 1

/**
 * Converts a document of any earlier version to the present one. `name` names the document in errors. Throws
 * `NewerShapeError` for a version above this chain, `RangeError` for a version that never existed.
 */
export function liftDoc(name: string, upgrades: readonly Upgrade[], version: number, doc: StoredDoc): StoredDoc {
  if (!Number.isInteger(version) || version < 1) throw new RangeError(`${name} of version ${version}`)
  if (version > shapeVersion(upgrades)) throw new NewerShapeError(name, version, shapeVersion(upgrades))
  return upgrades.slice(version - 1).reduce((lifted, upgrade) => upgrade(lifted), doc)
}
