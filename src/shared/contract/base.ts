import { oc } from '@orpc/contract'
import { z } from 'zod'
import { NewUid, Uid } from '#shared/model/common.ts'
import { failureData } from '#shared/model/failure.ts'
import { LinkChange, TagChange } from '#shared/model/item.ts'

/** The base of every procedure of Kurs, with the failures that a view needs to handle. */
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

/** A new place among the item's siblings: index from 0; an index beyond the end means the end. */
export const MoveInput = z.strictObject({ uid: Uid, to: z.int().min(0).max(1000) })

/** The day that weeks begin on: 0 = Sunday, 1 = Monday. */
export const WeekStartsOn = z.union([z.literal(0), z.literal(1)])

/** The result of a write: the item, and the batch that "Undo" reverts. */
export const Saved = z.strictObject({ uid: Uid, batchId: z.int() })

/** The result of a write of several items: how many were changed, and the batch that "Undo" reverts. */
export const SavedMany = z.strictObject({ count: z.int(), batchId: z.int() })
export type SavedMany = z.infer<typeof SavedMany>

const known = new WeakMap<z.ZodRawShape, z.ZodType>()

/** Some of the fields of a shape. Creating, changing and changing many take the same; each shape is built once. */
function someOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const build = () => z.strictObject(shape).partial()
  const some = (known.get(shape) as ReturnType<typeof build> | undefined) ?? build()
  known.set(shape, some)
  return some
}

/**
 * A change of an item: `patch` has only the changed fields, `base` their values when the change was begun. Other fields
 * may have been changed elsewhere meanwhile; CONFLICT means that the same field was changed to another value. Without
 * `base` nothing is compared.
 */
export const changeShape = <Shape extends z.ZodRawShape>(shape: Shape) => ({
  patch: someOf(shape),
  base: someOf(shape).optional(),
})

/**
 * The procedures of every entity. `shape` are its fields; fields left out in `create` get their empty value. Creating
 * the same `uid` again means the same item: it is answered as before, or changed if the fields differ now. `update`
 * sends only changed fields. `view` is the item as it is shown.
 */
export function crud<Shape extends z.ZodRawShape, View extends z.ZodType>(shape: Shape, view: View) {
  return {
    list: procedure.input(Nothing).output(z.array(view)),
    get: procedure.input(ByUid).output(view),
    create: procedure.input(z.strictObject({ uid: NewUid, fields: someOf(shape) })).output(Saved),
    update: procedure.input(z.strictObject({ uid: Uid, ...changeShape(shape) })).output(Saved),
    remove: procedure.input(ByUid).output(Saved),
  }
}

/** Items that can be changed at once. */
export const MANY = 10_000

/** Items to change or remove together. */
export const Uids = z.array(Uid).min(1).max(MANY)

/**
 * The same change of several items, or the removal of several, each as one undoable action; items already gone are
 * skipped. Tags and links are for entities whose items have them.
 */
export function bulk<Shape extends z.ZodRawShape>(shape: Shape) {
  return {
    updateMany: procedure
      .input(
        z.strictObject({
          uids: Uids,
          patch: someOf(shape),
          tags: TagChange.optional(),
          links: LinkChange.optional(),
        }),
      )
      .output(SavedMany),
    removeMany: procedure.input(z.strictObject({ uids: Uids })).output(SavedMany),
  }
}
