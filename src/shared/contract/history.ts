import { z } from 'zod'
import { Instant, LocalText, Uid } from '#shared/model/common.ts'
import { ItemRef, ItemType } from '#shared/model/entities.ts'
import { procedure, Saved } from './base.ts'

/** An item as the history names it: as it is called now, or as it was called last where it is gone. */
export const PastItem = z.strictObject({ ...ItemRef.shape, isThere: z.boolean() })
export type PastItem = z.infer<typeof PastItem>

/** Who did it: the person by hand, an undo or redo, an import, Kurs itself for an older workspace. */
export const Origin = z.enum(['user', 'undo', 'redo', 'import', 'upgrade'])

/** What an action is named by: its label (a key of the `history` texts) and its items, the last changed first. */
export const ActionName = z.strictObject({
  label: z.string(),
  items: z.array(PastItem),
  /** Items of that kind in all; `items` names the first of them. */
  count: z.int(),
})
export type ActionName = z.infer<typeof ActionName>

const action = { batchId: z.int(), at: Instant, origin: Origin }

/** One action of the history. */
export const HistoryEntry = z.strictObject({
  ...action,
  ...ActionName.shape,
  /** False once it was taken back. */
  stands: z.boolean(),
  /** It deleted its items: those that are not there can be restored. */
  isRemoval: z.boolean(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What one action did to an item. */
export const ItemStep = z.strictObject({
  ...action,
  kind: z.enum(['added', 'changed', 'removed']),
  /** What differs: each field before and after. */
  fields: z.array(z.strictObject({ name: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type ItemStep = z.infer<typeof ItemStep>

export const Restored = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('restored'),
    ...Saved.shape,
    /** What could not come back, because it is gone itself or taken: titles of items, aliases. */
    missing: z.array(LocalText),
  }),
  /** Nothing came back: what it belongs to is gone, and has to come back first. */
  z.strictObject({ kind: z.literal('ownerGone'), owner: PastItem }),
])
export type Restored = z.infer<typeof Restored>

export const history = {
  /** What was done, newest first. */
  page: procedure
    .input(
      z.strictObject({
        /** Only what is older than this action. */
        before: z.int().optional(),
        only: z.enum(['all', 'removals']).default('all'),
        /** Words of the titles; empty = whatever they are called. */
        text: z.string().max(200).default(''),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(
      z.strictObject({
        entries: z.array(HistoryEntry),
        /** `before` of the next page, null = there is none. */
        next: z.int().nullable(),
      }),
    ),
  /** Everything a deletion deleted, in parts, in the order of its entry. Empty for an action that deleted nothing. */
  removedBy: procedure
    .input(
      z.strictObject({
        batchId: z.int(),
        /** How many were told already: `next` of the part before. */
        skip: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.strictObject({
        items: z.array(PastItem),
        /** `skip` of the next part, null = there is none. */
        next: z.int().nullable(),
      }),
    ),
  /** The history of one item, newest first, field by field. */
  ofItem: procedure.input(z.strictObject({ uid: Uid, limit: z.int().min(1).max(1000).default(50) })).output(
    z.strictObject({
      type: ItemType,
      steps: z.array(ItemStep),
      /** Everything the values name by uid. */
      refs: z.array(PastItem),
      more: z.boolean(),
    }),
  ),
  /**
   * Brings an item back that an action deleted, with what belonged to it and with its links. Refused: `already-exists`,
   * `restore-conflict` where something else has taken its place.
   */
  restore: procedure.input(z.strictObject({ batchId: z.int(), uid: Uid })).output(Restored),
}
