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

/** What a write answers: the item, and the batch that takes it back. */
export interface Saved {
  uid: string
  batchId: number
}

/** Adding one item, told so that it can be asked for again when the answer was lost. */
export interface Creation<F extends object> {
  entity: Entity<F>
  /** Key of the `history` texts. */
  label: string
  /** Made by whoever asks; left out by those who never ask again, such as the demo. */
  uid: string | undefined
  /** What was asked for, without what Kurs sets by itself (a place among siblings): tells a repeat from a change. */
  asked: Patch<F>
  insert(w: Writer): string
  /** Brings the item that stands to what is asked for now; `patch` is what differs, `{}` when nothing does. */
  repeat?(w: Writer, uid: string, patch: Patch<F>): void
}

/** The fields of a new item as they were asked for: what was left out is empty, what Kurs sets by itself is not among them. */
export function askedFields<F extends object>(
  entity: Entity<F>,
  given: Patch<F>,
  ...ownOfKurs: (keyof F & string)[]
): Patch<F> {
  const asked = Object.entries(applyPatch(entity.empty, given)).filter(([name]) => !ownOfKurs.includes(name as never))
  return Object.fromEntries(asked) as Patch<F>
}

/** The action of a batch that brought an item to what was asked for again; beside the creation itself. */
const AGAIN = 'again'

/**
 * The item as it was last asked for: what was before the next change by anybody else, or as it is when there was none. A
 * link that went because its target was removed is not a change of the item itself.
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

/** The batch that added an item and can be taken back, else `NOTHING_CHANGED`. */
function creatingBatch(store: Store, uid: string): number {
  const found = findRow<{ id: number }>(
    store,
    `SELECT batch.id FROM change JOIN batch ON batch.id = change.batch_id
       WHERE item_uid = ? AND before IS NULL AND effective = 1 AND undoable = 1 ORDER BY batch.id DESC LIMIT 1`,
    [uid],
  )
  return found?.id ?? NOTHING_CHANGED
}

/** True for a field that was left to Kurs, such as the day of what is finished: what it was given then is what it is. */
function completes<F extends object>(store: Store, entity: Entity<F>, asked: Patch<F>, name: string): boolean {
  const given = applyPatch(entity.empty, asked)
  const completed = entity.complete?.(given, null, today(store)) ?? given
  return !isDeepStrictEqual((completed as Fields)[name], (given as Fields)[name])
}

/** What is asked for now and was not asked for before. */
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
 * Adds an item as one undoable action, once for each uid. Asked again with the same uid it answers what it answered before;
 * what was changed before asking again becomes a change of that item (what others changed meanwhile stays). An item that was
 * removed or taken back since is made anew: who saves wants it there. Throws what `insert` throws, and REFUSED
 * `uid-taken` when the uid is an item of another type.
 */
export function create<F extends object>(store: Store, creation: Creation<F>): Saved {
  const { entity, uid, label, asked, insert } = creation
  if (uid === undefined || !itemExists(store, uid)) {
    const { result, batchId } = write(store, label, insert)
    return { uid: result, batchId }
  }
  if (requireItem(store, uid).type !== entity.type) refuse('uid-taken')
  const repeat = creation.repeat ?? ((w, same, patch) => w.update(entity, same, patch))
  // Through the writer even when nothing differs: only a store that can save may answer that it has.
  const { batchId } = write(store, `${entity.type}.${AGAIN}`, (w) =>
    repeat(w, uid, differing(store, entity, uid, asked)),
  )
  return { uid, batchId: batchId === NOTHING_CHANGED ? creatingBatch(store, uid) : batchId }
}
