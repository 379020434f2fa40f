import { isDeepStrictEqual } from 'node:util'
import {
  applyPatch,
  type Doc,
  type Entity,
  type Fields,
  type Patch,
  readStoredDoc,
} from '#main/store/entities/entity.ts'
import { refuse } from '#shared/model/failure.ts'
import type { StoredDoc } from '#shared/model/shape.ts'
import type { Store } from './database.ts'
import { today } from './days.ts'
import { comparable } from './reconcile.ts'
import { itemExists, readDoc, requireItem } from './rows.ts'
import { findRow } from './statements.ts'
import { NOTHING_CHANGED, validated, type Writer, write } from './writer.ts'

/** What a write answers: the item, and the batch to undo. */
export interface Saved {
  uid: string
  batchId: number
}

/** How to add one item, so that the request can be repeated when its answer was lost. */
export interface Creation<F extends object> {
  entity: Entity<F>
  /** Key of the `history` texts. */
  label: string
  /** Made by the caller; left out by callers that never repeat a request, such as the demo. */
  uid: string | undefined
  /**
   * What was asked for, without what Kurs sets by itself (a place among siblings): used to tell a repeat from a change.
   */
  asked: Patch<F>
  insert(w: Writer): string
  /** Changes the existing item to what is asked for now; `patch` is what differs, `{}` when nothing does. */
  repeat?(w: Writer, uid: string, patch: Patch<F>): void
}

/** The fields of a new item as asked for: fields left out are empty, and what Kurs sets by itself is not included. */
export function askedFields<F extends object>(
  entity: Entity<F>,
  given: Patch<F>,
  ...ownOfKurs: (keyof F & string)[]
): Patch<F> {
  const asked = Object.entries(applyPatch(entity.empty, given)).filter(([name]) => !ownOfKurs.includes(name as never))
  return Object.fromEntries(asked) as Patch<F>
}

/** Name of the action when a repeated creation has changed the existing item. */
const AGAIN = 'again'

/**
 * The item as it was last asked for: its state before the next change by anybody else, or its present state when there
 * was none. A link that was removed because its target was removed is not a change of the item itself.
 */
function asAsked(store: Store, entity: Entity, uid: string): Doc {
  const next = findRow<{ before: string; shape: number }>(
    store,
    `SELECT before, shape FROM change WHERE item_uid = @uid AND before IS NOT NULL AND before ->> '$.linkTo' IS NULL
         AND id > (SELECT ifnull(max(change.id), 0) FROM change JOIN batch ON batch.id = change.batch_id
                   WHERE item_uid = @uid AND (before IS NULL OR (effective = 1 AND label = @again)))
       ORDER BY id LIMIT 1`,
    { uid, again: `${entity.type}.${AGAIN}` },
  )
  return next === null
    ? readDoc(store, entity, uid)
    : readStoredDoc(entity, next.shape, JSON.parse(next.before) as StoredDoc)
}

/** The batch that added an item and can be undone, else `NOTHING_CHANGED`. */
function creatingBatch(store: Store, uid: string): number {
  const found = findRow<{ id: number }>(
    store,
    `SELECT batch.id FROM change JOIN batch ON batch.id = change.batch_id
       WHERE item_uid = ? AND before IS NULL AND effective = 1 AND undoable = 1 ORDER BY batch.id DESC LIMIT 1`,
    [uid],
  )
  return found?.id ?? NOTHING_CHANGED
}

/** True for a field that was left to Kurs, such as the day of a finished item: the value it got then stays. */
function completes<F extends object>(store: Store, entity: Entity<F>, asked: Patch<F>, name: string): boolean {
  const given = applyPatch(entity.empty, asked)
  const completed = entity.complete?.(given, null, today(store)) ?? given
  return !isDeepStrictEqual((completed as Fields)[name], (given as Fields)[name])
}

/** The fields asked for now that differ from what was asked for before. */
function differing<F extends object>(store: Store, entity: Entity<F>, uid: string, asked: Patch<F>): Patch<F> {
  const loose = entity as unknown as Entity
  const { uid: _uid, createdAt: _createdAt, updatedAt: _updatedAt, ...made } = asAsked(store, loose, uid)
  const wanted = validated(entity, applyPatch(made as F, asked)) as Fields
  const names = Object.keys(asked).filter(
    (name) =>
      !completes(store, entity, asked, name) &&
      !isDeepStrictEqual(comparable(loose, name, wanted[name]), comparable(loose, name, made[name])),
  )
  return Object.fromEntries(names.map((name) => [name, wanted[name]])) as Patch<F>
}

/**
 * Adds an item as one undoable action, once for each uid. Called again with the same uid, it gives the same answer as
 * before; fields that differ from the earlier request become a change of that item (what others changed meanwhile
 * stays). An item that was removed or undone since is made anew: the person who saves wants it to exist. Throws what
 * `insert` throws, and REFUSED `uid-taken` when the uid is an item of another type.
 */
export function create<F extends object>(store: Store, creation: Creation<F>): Saved {
  const { entity, uid, label, asked, insert } = creation
  if (uid === undefined || !itemExists(store, uid)) {
    const { result, batchId } = write(store, label, insert)
    return { uid: result, batchId }
  }
  if (requireItem(store, uid).type !== entity.type) refuse('uid-taken')
  const repeat = creation.repeat ?? ((w, same, patch) => w.update(entity, same, patch))
  // Goes through the writer even when nothing differs: only a store that can save may answer that it has saved.
  const { batchId } = write(store, `${entity.type}.${AGAIN}`, (w) =>
    repeat(w, uid, differing(store, entity, uid, asked)),
  )
  return { uid, batchId: batchId === NOTHING_CHANGED ? creatingBatch(store, uid) : batchId }
}
