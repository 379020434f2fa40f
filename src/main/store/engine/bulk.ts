import type { Entity, Patch } from '#main/store/entities/entity.ts'
import type { LocalText } from '#shared/model/common.ts'
import { Failure } from '#shared/model/failure.ts'
import type { LinkChange, TagChange } from '#shared/model/item.ts'
import type { Store } from './database.ts'
import { today } from './days.ts'
import { itemExists, readDoc } from './rows.ts'
import { findRow } from './statements.ts'
import { type Writer, write } from './writer.ts'

/** How many items an action changed or removed, and its batch. */
interface SavedMany {
  count: number
  batchId: number
}

/** The tags or links of an item after a change of them; undefined where the change has no effect. */
function changeList(present: string[], { add = [], remove = [] }: TagChange | LinkChange): string[] | undefined {
  const kept = present.filter((one) => !remove.includes(one))
  const added = add.filter((one) => !kept.includes(one))
  return kept.length === present.length && added.length === 0 ? undefined : [...kept, ...added]
}

/** A change of several items: the same fields for all, and tags and links to add to and remove from each. */
export interface BulkChange<Fields> {
  uids: string[]
  patch: Fields
  tags?: TagChange | undefined
  links?: LinkChange | undefined
}

/** Does the same with every item that still exists, as one undoable action. */
function writeMany(
  store: Store,
  verb: string,
  uids: readonly string[],
  act: (w: Writer, uid: string) => void,
): SavedMany {
  const named = [...new Set(uids)]
  const { result: count, batchId } = write(store, named.length === 1 ? verb : `${verb}Many`, (w) => {
    const present = named.filter((uid) => itemExists(store, uid))
    // An item may be gone by now, because it belonged to another one.
    for (const uid of present) if (itemExists(store, uid)) act(w, uid)
    return present.length
  })
  return { count, batchId }
}

/** Runs `work`. When fields are refused, adds the title of the item, because the person does not see these fields. */
function namingRefused(title: LocalText, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'VALIDATION') throw error
    throw new Failure('VALIDATION', { ...(error as Failure<'VALIDATION'>).data, title })
  }
}

/** How many items a batch changed; items that already were as asked are not counted. */
function countChanged(store: Store, batchId: number): number {
  const counted = findRow<{ count: number }>(
    store,
    'SELECT count(DISTINCT item_uid) AS count FROM change WHERE batch_id = ?',
    [batchId],
  )
  return counted?.count ?? 0
}

/**
 * Changes several items in the same way as one undoable action. The fields are not seen as in a form, so an entity
 * completes the change of each item by the item's present state. Throws what the change of one item throws, and then no
 * item is changed. `label` names the action; `Many` is added to it for several items.
 */
export function updateItems<F extends object>(
  store: Store,
  entity: Entity<F>,
  { uids, patch, tags, links }: BulkChange<Patch<F>>,
  label = `${entity.type}.update`,
): SavedMany {
  const { batchId } = writeMany(store, label, uids, (w, uid) => {
    const before = readDoc(store, entity as unknown as Entity, uid)
    const whole = entity.completeUnseen?.(patch, before as unknown as F, today(store)) ?? patch
    const next = {
      ...whole,
      ...(tags !== undefined && entity.hasTags && { tags: changeList(before.tags as string[], tags) }),
      ...(links !== undefined && 'links' in entity.links && { links: changeList(before.links as string[], links) }),
    }
    namingRefused(entity.title(before as unknown as F), () => w.update(entity, uid, next))
  })
  return { count: countChanged(store, batchId), batchId }
}

/** Removes several items, with what belongs to each, as one undoable action. */
export function removeItems<F extends object>(
  store: Store,
  entity: Entity<F>,
  { uids }: { uids: string[] },
): SavedMany {
  return writeMany(store, `${entity.type}.remove`, uids, (w, uid) => w.remove(entity, uid))
}
