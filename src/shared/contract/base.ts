import { oc } from '@orpc/contract'
import { z } from 'zod'
import { NewUid, Uid } from '#shared/model/common.ts'
import { failureData } from '#shared/model/failure.ts'
import { LinkChange, TagChange } from '#shared/model/item.ts'

/** Every procedure of Kurs: it may fail in these ways and no others that a view needs to know. */
export const procedure = oc.errors({
  VALIDATION: { status: 422, data: failureData.VALIDATION },
  NOT_FOUND: { status: 404, data: failureData.NOT_FOUND },
  REFUSED: { status: 409, data: failureData.REFUSED },
  CONFLICT: { status: 409, data: failureData.CONFLICT },
  STORAGE: { status: 507, data: failureData.STORAGE },
})

/** No input. */
export const Nothing = z.strictObject({})

export const ByUid = z.strictObject({ uid: Uid })

/** A new place among the item's siblings: index from 0, anything beyond the end is the end. */
export const MoveInput = z.strictObject({ uid: Uid, to: z.int().min(0).max(1000) })

/** The day that weeks begin on: 0 = Sunday, 1 = Monday. */
export const WeekStartsOn = z.union([z.literal(0), z.literal(1)])

/** What a write answers: the item, and the batch that "Undo" takes back. */
export const Saved = z.strictObject({ uid: Uid, batchId: z.int() })

/** What a write of several items answers: how many it touched, and the batch that "Undo" takes back. */
export const SavedMany = z.strictObject({ count: z.int(), batchId: z.int() })
export type SavedMany = z.infer<typeof SavedMany>

/**
 * A change of an item: only what changed, and what the same fields were where it was begun. Other fields may have been changed
 * elsewhere since; a CONFLICT is the same field changed to another value. Without `base` nothing is compared.
 */
export const changeShape = <Shape extends z.ZodRawShape>(shape: Shape) => ({
  patch: z.strictObject(shape).partial(),
  base: z.strictObject(shape).partial().optional(),
})

/**
 * The procedures every entity has. `shape` are its fields; what `create` leaves out takes its empty value, and the same `uid`
 * again is the same item: as it was answered before, or changed where the fields differ now; `update` sends only what changed.
 * `view` is the item as it is shown.
 */
export function crud<Shape extends z.ZodRawShape, View extends z.ZodType>(shape: Shape, view: View) {
  return {
    list: procedure.input(Nothing).output(z.array(view)),
    get: procedure.input(ByUid).output(view),
    create: procedure.input(z.strictObject({ uid: NewUid, fields: z.strictObject(shape).partial() })).output(Saved),
    update: procedure.input(z.strictObject({ uid: Uid, ...changeShape(shape) })).output(Saved),
    remove: procedure.input(ByUid).output(Saved),
  }
}

/** Most items that are changed at once. */
export const MANY = 10_000

/** Items that are changed or removed together. */
export const Uids = z.array(Uid).min(1).max(MANY)

/**
 * The same change of several items, or the removal of several, each as one undoable action; what is gone already is left out.
 * Tags and links are for entities whose items have them.
 */
export function bulk<Shape extends z.ZodRawShape>(shape: Shape) {
  return {
    updateMany: procedure
      .input(
        z.strictObject({
          uids: Uids,
          patch: z.strictObject(shape).partial(),
          tags: TagChange.optional(),
          links: LinkChange.optional(),
        }),
      )
      .output(SavedMany),
    removeMany: procedure.input(z.strictObject({ uids: Uids })).output(SavedMany),
  }
}
