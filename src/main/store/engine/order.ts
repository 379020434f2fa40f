import type { Entity } from '#main/store/entities/entity.ts'
import type { Writer } from './writer.ts'

/** An item among its siblings. */
export interface Placed {
  uid: string
  position: number
}

/** The uids with one of them moved to index `to` of the result; an index beyond the end is the end. */
export function placeAt(uids: readonly string[], uid: string, to: number): string[] {
  return uids.filter((other) => other !== uid).toSpliced(to, 0, uid)
}

/** Numbers siblings 0, 1, 2... in the order of `uids`; only those whose number changes are written. */
export function writeOrder<F extends { position: number }>(
  writer: Writer,
  entity: Entity<F>,
  siblings: readonly Placed[],
  uids: readonly string[],
): void {
  const before = new Map(siblings.map(({ uid, position }) => [uid, position]))
  for (const [position, uid] of uids.entries())
    if (before.get(uid) !== position) writer.update(entity, uid, { position } as Partial<F>)
}

/** The place after all siblings. */
export function nextPosition(siblings: readonly Pick<Placed, 'position'>[]): number {
  return siblings.reduce((last, { position }) => Math.max(last, position + 1), 0)
}
