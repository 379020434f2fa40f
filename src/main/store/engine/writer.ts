import { isDeepStrictEqual } from 'node:util'
import { applyPatch, type Doc, docVersion, type Entity, type Fields, type Patch } from '#main/store/entities/entity.ts'
import type { BatchOrigin } from '#main/store/schema/item.ts'
import { Failure, refuse, toFieldIssues } from '#shared/model/failure.ts'
import type { Subject } from '#shared/model/subject.ts'
import { commit } from './commit.ts'
import { type Store, tellListeners } from './database.ts'
import { today } from './days.ts'
import { copyLinksTo, isLinkedByStanding, type LinkRun, removeLinksTo, restoreLinks } from './link-changes.ts'
import { reconcile } from './reconcile.ts'
import { findReferrers, type Referrer, type Target } from './referrers.ts'
import { deleteDoc, insertDoc, insertDocs, itemExists, readDoc, replaceDoc, requireItem } from './rows.ts'
import { hasRow, runSql } from './statements.ts'

export interface WriteOptions {
  origin?: BatchOrigin
  /**
   * false for what cannot be undone, such as signing a review; earlier changes of the same items cannot be undone then
   * either.
   */
  undoable?: boolean
  /** The batch an undo or redo acts on. */
  targetId?: number
}

/** The one way to change items: every call is recorded with what was before, in the same transaction. */
export interface Writer {
  batchId: number
  /** Adds an item; fields left out have their empty value. Throws VALIDATION, NOT_FOUND (a linked item), REFUSED. */
  insert<F extends object>(entity: Entity<F>, fields: Patch<F>, uid?: string): string
  /**
   * Changes the given fields of an item; a patch that changes nothing is not recorded. `base`: the fields as they were
   * when the change was begun, so that it can be reconciled with changes made since.
   */
  update<F extends object>(entity: Entity<F>, uid: string, patch: Patch<F>, base?: Patch<F>): void
  /** Removes an item, what belongs to it, and every link to it. */
  remove<F extends object>(entity: Entity<F>, uid: string): void
  /** Makes everything that names an item name another one of its type in its place, so that it can be removed. */
  replace(uid: string, by: string): void
  /**
   * Puts an item into exactly this state (null = absent), without rules: for undo. An item that comes back gets the row
   * id it had (null = not known), and with it its place in lists. Throws REFUSED `undo-conflict` when an item that
   * still exists refers to one that would be absent.
   */
  restore(entity: Entity, uid: string, state: Doc | null, itemId: number | null): void
  /** Undoes what a removal, or the undo of one, did to the links to an item: for undo. The item must exist. */
  restoreLinks(run: LinkRun): void
  /**
   * Adds items exactly as they are, without rules: an import's, validated before. They may link to each other in any
   * order, but each must come after those it refers to, and none may exist yet. `docs` is iterated twice.
   */
  insertAll(docs: Iterable<{ entity: Entity; doc: Doc }>): void
}

/** The batch of an action that changed nothing: there is nothing to undo. */
export const NOTHING_CHANGED = 0

export interface Written<T> {
  result: T
  /** `NOTHING_CHANGED` when no item was touched. */
  batchId: number
}

/** Complete fields of an item that satisfy its rules; throws VALIDATION. */
export function validated<F extends object>(entity: Entity<F>, fields: object): F {
  const parsed = entity.fields.safeParse(fields)
  if (!parsed.success) throw new Failure('VALIDATION', { issues: toFieldIssues(parsed.error) })
  return parsed.data
}

function splitEnvelope(doc: Doc): { fields: Fields; createdAt: number; uid: string } {
  const { uid, createdAt, updatedAt: _updatedAt, ...fields } = doc
  return { fields, createdAt, uid }
}

/** One change of an item; null = it did not exist before, or does not exist after. */
interface Step {
  before: Doc | null
  after: Fields | null
  removedId?: number | null
}

/** What a change is about, so that every view that shows something of it can react. */
function subjectsOf(entity: Entity, before: Fields | null, after: Fields | null): Subject[] {
  const states = [before, after].filter((state) => state !== null)
  const subjects: Subject[] = [entity.type, ...states.flatMap((state) => entity.alsoChanges?.(state) ?? [])]
  if (before === null || after === null) return subjects
  const shown = (fields: Fields) => JSON.stringify([entity.title(fields), entity.day(fields)])
  return shown(before) === shown(after) ? subjects : [...subjects, 'title']
}

class BatchWriter implements Writer {
  readonly batchId: number
  readonly types = new Set<Subject>()
  readonly #store: Store
  readonly #now: number

  constructor(store: Store, batchId: number, now: number) {
    this.#store = store
    this.batchId = batchId
    this.#now = now
  }

  /** `removedId`: the row id of an item that was just removed. */
  #record(entity: Entity, uid: string, { before, after, removedId = null }: Step): void {
    for (const subject of subjectsOf(entity, before, after)) this.types.add(subject)
    runSql(
      this.#store,
      'INSERT INTO change (batch_id, item_uid, type, before, shape, item_id) VALUES (?, ?, ?, ?, ?, ?)',
      [this.batchId, uid, entity.type, before === null ? null : JSON.stringify(before), docVersion(entity), removedId],
    )
  }

  #checked<F extends object>(entity: Entity<F>, fields: F, before: F | null): F {
    return validated(entity, entity.complete?.(fields, before, today(this.#store)) ?? fields)
  }

  insert<F extends object>(entity: Entity<F>, given: Patch<F>, uid = this.#store.newUid(this.#now)): string {
    const loose = entity as unknown as Entity
    const fields = this.#checked(entity, applyPatch(entity.empty, given), null)
    if (itemExists(this.#store, uid)) throw new Failure('REFUSED', { reason: 'already-exists' })
    insertDoc(this.#store, loose, { ...(fields as Fields), uid, createdAt: this.#now, updatedAt: this.#now })
    this.#record(loose, uid, { before: null, after: fields as Fields })
    return uid
  }

  update<F extends object>(entity: Entity<F>, uid: string, patch: Patch<F>, base: Patch<F> = {}): void {
    const loose = entity as unknown as Entity
    const before = readDoc(this.#store, loose, uid)
    const { fields, createdAt } = splitEnvelope(before)
    const agreed = reconcile(uid, fields as F, { patch, base })
    const after = this.#checked(entity, applyPatch(fields as F, agreed), fields as F)
    if (isDeepStrictEqual(fields, after)) return
    entity.guard?.(fields as F, after)
    replaceDoc(this.#store, loose, { ...(after as Fields), uid, createdAt, updatedAt: this.#now })
    this.#record(loose, uid, { before, after: after as Fields })
  }

  remove<F extends object>(entity: Entity<F>, uid: string): void {
    const loose = entity as unknown as Entity
    const before = readDoc(this.#store, loose, uid)
    entity.guard?.(before as unknown as F, null)
    this.#releaseAll({ ...requireItem(this.#store, uid), uid })
    this.#record(loose, uid, { before, after: null, removedId: deleteDoc(this.#store, loose, uid) })
  }

  replace(uid: string, by: string): void {
    const from = { ...requireItem(this.#store, uid), uid }
    const to = { ...requireItem(this.#store, by), uid: by }
    for (const { entity, uid: named, field } of findReferrers(this.#store, from))
      if (named !== by) this.update(entity, named, { [field]: by })
    for (const type of copyLinksTo(this.#store, this.batchId, from, to)) this.types.add(type)
  }

  /** True when an action that was not undone made or changed the item. */
  #stands(uid: string): boolean {
    return hasRow(
      this.#store,
      'SELECT 1 FROM change JOIN batch ON batch.id = change.batch_id WHERE item_uid = ? AND effective = 1 LIMIT 1',
      [uid],
    )
  }

  /**
   * Removes the references to an item from all items that have one; items that cannot exist without it are removed too.
   */
  #releaseAll(target: Target): void {
    for (const referrer of findReferrers(this.#store, target)) this.#release(referrer)
    for (const type of removeLinksTo(this.#store, this.batchId, target)) this.types.add(type)
  }

  /** Removes the reference from one item, or removes that item. An earlier step may have removed it already. */
  #release({ entity, uid, release }: Referrer): void {
    if (!itemExists(this.#store, uid)) return
    const before = readDoc(this.#store, entity, uid)
    const after = release(before)
    if (after === null) {
      this.remove(entity, uid)
      return
    }
    replaceDoc(this.#store, entity, { ...after, updatedAt: this.#now })
    this.#record(entity, uid, { before, after })
  }

  insertAll(docs: Iterable<{ entity: Entity; doc: Doc }>): void {
    insertDocs(this.#store, docs, (entity, doc) => this.#record(entity, doc.uid, { before: null, after: doc }))
  }

  restore(entity: Entity, uid: string, state: Doc | null, itemId: number | null): void {
    const present = itemExists(this.#store, uid) ? readDoc(this.#store, entity, uid) : null
    if (state === null && present !== null) {
      const target = { ...requireItem(this.#store, uid), uid }
      const others = findReferrers(this.#store, target).filter((referrer) => referrer.uid !== uid)
      if (others.some((referrer) => this.#stands(referrer.uid))) refuse('undo-conflict')
      if (isLinkedByStanding(this.#store, target.id)) refuse('undo-conflict')
      // An undone item may still be referred to (a retracted rating stays, and refers to its skill): such items are
      // handled as in a removal.
      this.#releaseAll(target)
      this.#record(entity, uid, { before: present, after: null, removedId: deleteDoc(this.#store, entity, uid) })
      return
    }
    if (state !== null && present !== null) replaceDoc(this.#store, entity, state)
    if (state !== null && present === null) insertDoc(this.#store, entity, state, itemId)
    this.#record(entity, uid, { before: present, after: state })
  }

  restoreLinks(run: LinkRun): void {
    const target = requireItem(this.#store, run.targetUid)
    for (const type of restoreLinks(this.#store, this.batchId, run, { ...target, uid: run.targetUid }))
      this.types.add(type)
  }
}

/**
 * Makes earlier batches that changed the items of a final batch not undoable: their undo would only end in a conflict,
 * and they must not block older ones.
 */
function settleEarlierBatches(store: Store, batchId: number): void {
  runSql(
    store,
    `UPDATE batch SET undoable = 0 WHERE id IN (SELECT batch_id FROM change WHERE item_uid IN
         (SELECT item_uid FROM change WHERE batch_id = ?))`,
    [batchId],
  )
}

/**
 * Runs `work` in one transaction as one undoable batch named `label` (a key of the `history` texts) and tells the
 * listeners after the commit. When `work` throws, everything is rolled back. Throws as `commit`.
 */
export function write<T>(
  store: Store,
  label: string,
  work: (writer: Writer) => T,
  options: WriteOptions = {},
): Written<T> {
  const { origin = 'user', undoable = true, targetId = null } = options
  const now = store.clock()
  const types = new Set<Subject>()
  const written = commit(store, (): Written<T> => {
    const effective = origin === 'user' || origin === 'import' ? 1 : 0
    const inserted = runSql(
      store,
      'INSERT INTO batch (at, label, origin, effective, undoable, target_id) VALUES (?, ?, ?, ?, ?, ?)',
      [now, label, origin, effective, undoable ? 1 : 0, targetId],
    )
    const writer = new BatchWriter(store, Number(inserted.lastInsertRowid), now)
    const result = work(writer)
    for (const type of writer.types) types.add(type)
    if (types.size > 0 && !undoable) settleEarlierBatches(store, writer.batchId)
    if (types.size > 0) return { result, batchId: writer.batchId }
    runSql(store, 'DELETE FROM batch WHERE id = ?', [writer.batchId])
    return { result, batchId: NOTHING_CHANGED }
  })
  if (types.size > 0) tellListeners(store, [...types], written.batchId)
  return written
}
