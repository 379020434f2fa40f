import { type Entity, type Fields, linkFields, type Patch } from '#main/store/entities/entity.ts'
import { mergeValues } from '#shared/domain/keeping/merge.ts'
import { Failure } from '#shared/model/failure.ts'

/** A value as it is compared: links and tags have no order, and each is there once. */
export function comparable(entity: Entity, name: string, value: unknown): unknown {
  const isSet = linkFields(entity).some(([field]) => field === name) || (entity.hasTags && name === 'tags')
  return isSet ? [...new Set(value as string[])].sort() : value
}

/**
 * A change that was begun when the fields were as `base` says, for an item that may have been changed since: by `mergeValues`, so
 * that what was changed elsewhere stays. Throws CONFLICT, with what stands there now, where the same was changed on both
 * sides; whoever asks again from there has seen it. A field without a base is changed as it is told.
 */
export function reconcile<F extends object>(
  uid: string,
  present: F,
  { patch, base }: { patch: Patch<F>; base: Patch<F> },
): Patch<F> {
  const stands = present as Fields
  const asked = patch as Fields
  const merged: Fields = { ...patch }
  const fields: { name: string; theirs: unknown }[] = []
  for (const [name, before] of Object.entries(base)) {
    const [ours, theirs] = [asked[name], stands[name]]
    if (ours === undefined || before === undefined) continue
    const { value, isConflict } = mergeValues(before, ours, theirs, 'ours')
    if (isConflict) fields.push({ name, theirs })
    else merged[name] = value
  }
  if (fields.length > 0) throw new Failure('CONFLICT', { uid, fields })
  return merged as Patch<F>
}
