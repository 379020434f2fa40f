import { z } from 'zod'
import { Instant, LocalText, Uid } from '#shared/model/common.ts'
import { ItemRef, ItemType } from '#shared/model/entities.ts'
import { procedure, Saved } from './base.ts'

/** An item in the history: with its present title, or with its last one if it was deleted. */
export const PastItem = z.strictObject({ ...ItemRef.shape, isThere: z.boolean() })
export type PastItem = z.infer<typeof PastItem>

/** Who made the change: the person by hand, an undo or redo, an import, Kurs itself for an older workspace. */
export const Origin = z.enum(['user', 'undo', 'redo', 'import', 'upgrade'])

/** The name of an action: its label (a key of the `history` texts) and its items, the last changed first. */
export const ActionName = z.strictObject({
  label: z.string(),
  items: z.array(PastItem),
  /** Number of items of that kind; `items` has the first of them. */
  count: z.int(),
})
export type ActionName = z.infer<typeof ActionName>

const action = { batchId: z.int(), at: Instant, origin: Origin }

/** One action of the history. */
export const HistoryEntry = z.strictObject({
  ...action,
  ...ActionName.shape,
  /** False once it was undone. */
  stands: z.boolean(),
  /** The action deleted its items; those still deleted can be restored. */
  isRemoval: z.boolean(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What one action did to an item. */
export const ItemStep = z.strictObject({
  ...action,
  kind: z.enum(['added', 'changed', 'removed']),
  /** The changed fields, each before and after. */
  fields: z.array(z.strictObject({ name: z.string(), before: z.unknown(), after: z.unknown() })),
})
export type ItemStep = z.infer<typeof ItemStep>

export const Restored = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('restored'),
    ...Saved.shape,
    /** What could not be restored because it was deleted itself or is taken: titles of items, aliases. */
    missing: z.array(LocalText),
  }),
  /** Nothing was restored: the owner was deleted and has to be restored first. */
  z.strictObject({ kind: z.literal('ownerGone'), owner: PastItem }),
])
export type Restored = z.infer<typeof Restored>

export const history = {
  /** Actions, newest first. */
  page: procedure
    .input(
      z.strictObject({
        /** Only actions older than this one. */
        before: z.int().optional(),
        only: z.enum(['all', 'removals']).default('all'),
        /** Words of the titles; empty = all actions. */
        text: z.string().max(200).default(''),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(
      z.strictObject({
        entries: z.array(HistoryEntry),
        /** `before` of the next page, null = this is the last one. */
        next: z.int().nullable(),
      }),
    ),
  /** The items of a deletion, in parts, in the order of its entry. Empty for an action that deleted nothing. */
  removedBy: procedure
    .input(
      z.strictObject({
        batchId: z.int(),
        /** How many were listed already: `next` of the part before. */
        skip: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.strictObject({
        items: z.array(PastItem),
        /** `skip` of the next part, null = this is the last one. */
        next: z.int().nullable(),
      }),
    ),
  /** The history of one item, newest first, field by field. */
  ofItem: procedure.input(z.strictObject({ uid: Uid, limit: z.int().min(1).max(1000).default(50) })).output(
    z.strictObject({
      type: ItemType,
      steps: z.array(ItemStep),
      /** Every item that the values refer to by uid. */
      refs: z.array(PastItem),
      more: z.boolean(),
    }),
  ),
  /**
   * Restores an item that an action deleted, with its parts and links. REFUSED: `already-exists`, `restore-conflict` if
   * something else has taken its place.
   */
  restore: procedure.input(z.strictObject({ batchId: z.int(), uid: Uid })).output(Restored),
}
