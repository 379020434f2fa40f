import { isDeepStrictEqual } from 'node:util'
import { Failure, refuse, toFieldIssues } from '#shared/model/failure.ts'
import { prepared, type Store } from './database.ts'
import { applyPatch, type Doc, type Entity, type Fields, type Patch } from './entity.ts'
import { findReferrers, type Referrer } from './referrers.ts'
import { deleteDoc, findItem, insertDoc, insertDocs, itemExists, readDoc, replaceDoc } from './rows.ts'
import type { BatchOrigin } from './schema/item.ts'

export interface WriteOptions {
  origin?: BatchOrigin
  /** false for what must not be taken back, such as signing a review; nor can earlier changes of the same items then. */
  undoable?: boolean
  /** The batch an undo or redo acts on. */
  targetId?: number
}

/** The one way to change items: every call is recorded with what was before, in the same transaction. */
export interface Writer {
  batchId: number
  /** Adds an item; fields left out have their empty value. Throws VALIDATION, NOT_FOUND (a linked item), REFUSED. */
  insert<F extends object>(entity: Entity<F>, fields: Patch<F>, uid?: string): string
  /** Changes the given fields of an item; a patch that changes nothing is not recorded. */
  update<F extends object>(entity: Entity<F>, uid: string, patch: Patch<F>): void
  /** Removes an item, what belongs to it, and every link to it. */
  remove<F extends object>(entity: Entity<F>, uid: string): void
  /**
   * Puts an item into exactly this state (null = absent), without rules: for undo. Throws REFUSED `undo-conflict` when an
   * item that still stands names one that would be absent.
   */
  restore(entity: Entity, uid: string, state: Doc | null): void
  /**
   * Adds items exactly as they are, without rules: an import's, validated before. They may link to each other in any
   * order, but each must come after those it refers to, and none may exist.
   */
  insertAll(docs: readonly { entity: Entity; doc: Doc }[]): void
}

/** The batch of an action that changed nothing: there is nothing to take back. */
export const NOTHING_CHANGED = 0

export interface Written<T> {
  result: T
  /** `NOTHING_CHANGED` when no item was touched. */
  batchId: number
}

function validated<F extends object>(entity: Entity<F>, fields: object): F {
  const parsed = entity.fields.safeParse(fields)
  if (!parsed.success) throw new Failure('VALIDATION', { issues: toFieldIssues(parsed.error) })
  return parsed.data
}

function splitEnvelope(doc: Doc): { fields: Fields; createdAt: number; uid: string } {
  const { uid, createdAt, updatedAt: _updatedAt, ...fields } = doc
  return { fields, createdAt, uid }
}

class BatchWriter implements Writer {
  readonly batchId: number
  readonly types = new Set<string>()
  readonly #store: Store
  readonly #now: number

  constructor(store: Store, batchId: number, now: number) {
    this.#store = store
    this.batchId = batchId
    this.#now = now
  }

  #record(entity: Entity, uid: string, before: Doc | null): void {
    this.types.add(entity.type)
    prepared(this.#store, 'change.insert', () =>
      this.#store.sqlite.prepare('INSERT INTO change (batch_id, item_uid, type, before) VALUES (?, ?, ?, ?)'),
    ).run(this.batchId, uid, entity.type, before === null ? null : JSON.stringify(before))
  }

  insert<F extends object>(entity: Entity<F>, given: Patch<F>, uid = this.#store.newUid(this.#now)): string {
    const loose = entity as unknown as Entity
    const fields = validated(entity, applyPatch(entity.empty, given))
    if (itemExists(this.#store, uid)) throw new Failure('REFUSED', { reason: 'already-exists' })
    insertDoc(this.#store, loose, { ...(fields as Fields), uid, createdAt: this.#now, updatedAt: this.#now })
    this.#record(loose, uid, null)
    return uid
  }

  update<F extends object>(entity: Entity<F>, uid: string, patch: Patch<F>): void {
    const loose = entity as unknown as Entity
    const before = readDoc(this.#store, loose, uid)
    const { fields, createdAt } = splitEnvelope(before)
    const after = validated(entity, applyPatch(fields as F, patch))
    if (isDeepStrictEqual(fields, after)) return
    entity.guard?.(fields as F, after)
    replaceDoc(this.#store, loose, { ...(after as Fields), uid, createdAt, updatedAt: this.#now })
    this.#record(loose, uid, before)
  }

  remove<F extends object>(entity: Entity<F>, uid: string): void {
    const loose = entity as unknown as Entity
    const before = readDoc(this.#store, loose, uid)
    entity.guard?.(before as unknown as F, null)
    this.#releaseAll(uid)
    deleteDoc(this.#store, loose, uid)
    this.#record(loose, uid, before)
  }

  #referrersOf(uid: string): Referrer[] {
    return findReferrers(this.#store, { ...findItem(this.#store, uid), uid })
  }

  #releaseAll(uid: string): void {
    for (const referrer of this.#referrersOf(uid)) this.#release(referrer)
  }

  /** True when an action that was not taken back made or changed the item. */
  #stands(uid: string): boolean {
    const found = prepared(this.#store, 'change.stands', () =>
      this.#store.sqlite.prepare(
        'SELECT 1 FROM change JOIN batch ON batch.id = change.batch_id WHERE item_uid = ? AND effective = 1 LIMIT 1',
      ),
    ).get(uid)
    return found !== undefined
  }

  /** Takes the item out of one that names it, or takes that one along. An earlier step may have removed it already. */
  #release({ entity, uid, release }: Referrer): void {
    if (!itemExists(this.#store, uid)) return
    const before = readDoc(this.#store, entity, uid)
    const after = release(before)
    if (after === null) {
      this.remove(entity, uid)
      return
    }
    replaceDoc(this.#store, entity, { ...after, updatedAt: this.#now })
    this.#record(entity, uid, before)
  }

  insertAll(docs: readonly { entity: Entity; doc: Doc }[]): void {
    insertDocs(this.#store, docs)
    for (const { entity, doc } of docs) this.#record(entity, doc.uid, null)
  }

  restore(entity: Entity, uid: string, state: Doc | null): void {
    const present = itemExists(this.#store, uid) ? readDoc(this.#store, entity, uid) : null
    if (state === null && present !== null) {
      const others = this.#referrersOf(uid).filter((referrer) => referrer.uid !== uid)
      if (others.some((referrer) => this.#stands(referrer.uid))) refuse('undo-conflict')
      // What names it although it was taken back (a rating stays, and names its skill) goes as in a removal.
      this.#releaseAll(uid)
      deleteDoc(this.#store, entity, uid)
    }
    if (state !== null && present !== null) replaceDoc(this.#store, entity, state)
    if (state !== null && present === null) insertDoc(this.#store, entity, state)
    this.#record(entity, uid, present)
  }
}

/** Whatever changed the items of a final batch before it would only meet a conflict on undo: it no longer stands in the way. */
function settleEarlierBatches(store: Store, batchId: number): void {
  prepared(store, 'batch.settle', () =>
    store.sqlite.prepare(
      `UPDATE batch SET undoable = 0 WHERE id IN (SELECT batch_id FROM change WHERE item_uid IN
         (SELECT item_uid FROM change WHERE batch_id = ?))`,
    ),
  ).run(batchId)
}

/**
 * Runs `work` in one transaction as one undoable batch named `label` (a key of the `history` texts) and tells the
 * listeners after the commit. Whatever `work` throws rolls everything back.
 */
export function write<T>(
  store: Store,
  label: string,
  work: (writer: Writer) => T,
  options: WriteOptions = {},
): Written<T> {
  const { origin = 'user', undoable = true, targetId = null } = options
  if (store.held !== null) throw new Failure('STORAGE', { reason: store.held })
  const now = store.clock()
  const types = new Set<string>()
  const run = store.sqlite.transaction((): Written<T> => {
    const effective = origin === 'undo' || origin === 'redo' ? 0 : 1
    const inserted = prepared(store, 'batch.insert', () =>
      store.sqlite.prepare(
        'INSERT INTO batch (at, label, origin, effective, undoable, target_id) VALUES (?, ?, ?, ?, ?, ?)',
      ),
    ).run(now, label, origin, effective, undoable ? 1 : 0, targetId)
    const writer = new BatchWriter(store, Number(inserted.lastInsertRowid), now)
    const result = work(writer)
    for (const type of writer.types) types.add(type)
    if (types.size > 0 && !undoable) settleEarlierBatches(store, writer.batchId)
    if (types.size > 0) return { result, batchId: writer.batchId }
    prepared(store, 'batch.delete', () => store.sqlite.prepare('DELETE FROM batch WHERE id = ?')).run(writer.batchId)
    return { result, batchId: NOTHING_CHANGED }
  })
  const written = run.immediate()
  if (types.size > 0) for (const listener of store.listeners) listener({ batchId: written.batchId, types: [...types] })
  return written
}
