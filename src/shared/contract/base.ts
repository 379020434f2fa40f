import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Uid } from '#shared/model/common.ts'
import { failureData } from '#shared/model/failure.ts'

/** Every procedure of Kurs: it may fail in these ways and no others that a view needs to know. */
export const procedure = oc.errors({
  VALIDATION: { status: 422, data: failureData.VALIDATION },
  NOT_FOUND: { status: 404, data: failureData.NOT_FOUND },
  REFUSED: { status: 409, data: failureData.REFUSED },
  STORAGE: { status: 507, data: failureData.STORAGE },
})

/** No input. */
export const Nothing = z.strictObject({})

export const ByUid = z.strictObject({ uid: Uid })

/** What a write answers: the item, and the batch that "Undo" takes back. */
export const Saved = z.strictObject({ uid: Uid, batchId: z.int() })

/**
 * The procedures every entity has. `shape` are its fields; what `create` leaves out takes its empty value; `update` sends only
 * what changed. `line` is an item in a list, `view` the item alone.
 */
export function crud<Shape extends z.ZodRawShape, View extends z.ZodType>(shape: Shape, view: View) {
  return {
    list: procedure.input(Nothing).output(z.array(view)),
    get: procedure.input(ByUid).output(view),
    create: procedure
      .input(z.strictObject({ uid: Uid.optional(), fields: z.strictObject(shape).partial() }))
      .output(Saved),
    update: procedure.input(z.strictObject({ uid: Uid, patch: z.strictObject(shape).partial() })).output(Saved),
    remove: procedure.input(ByUid).output(Saved),
  }
}
