import { type Entity, type Fields, linkFields, type Patch } from '#main/store/entities/entity.ts'
import { mergeValues } from '#shared/domain/keeping/merge.ts'
import { Failure } from '#shared/model/failure.ts'

/** A value in a form for comparing: links and tags have no order, and each is there once. */
export function comparable(entity: Entity, name: string, value: unknown): unknown {
  const isSet = linkFields(entity).some(([field]) => field === name) || (entity.hasTags && name === 'tags')
  return isSet ? [...new Set(value as string[])].sort() : value
}

/**
 * Merges a change into an item that may have been changed since the change was begun; `base` holds the fields as they
 * were then. `mergeValues` keeps what was changed elsewhere. Throws CONFLICT, with the present values, where both sides
 * changed the same; a caller that asks again with these as `base` has seen them. A field without a base is changed as
 * asked.
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
