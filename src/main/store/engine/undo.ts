import { readStoredDoc } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { StoredDoc } from '#shared/model/shape.ts'
import { countBrokenRules } from './broken-rules.ts'
import type { Store } from './database.ts'
import { groupLinkChanges } from './link-changes.ts'
import { type BatchSubjects, subjectsOf } from './past-items.ts'
import { itemExists, readDoc } from './rows.ts'
import { findRow, hasRow, readRows, runSql } from './statements.ts'
import { type Written, write } from './writer.ts'

interface BatchRow {
  id: number
  at: number
  label: string
  origin: string
  targetId: number | null
}

/** An action and the items that name it. */
interface NamedAction extends BatchSubjects {
  batchId: number
  label: string
  at: number
}

/** What undo and redo would act on now, null when there is nothing. */
export interface UndoState {
  undo: NamedAction | null
  redo: NamedAction | null
}

/** Number of items a message names; of further ones it gives the number. */
const NAMED = 1

const COLUMNS = 'id, at, label, origin, target_id AS targetId'

function newestUndoable(store: Store): BatchRow | null {
  return findRow<BatchRow>(
    store,
    `SELECT ${COLUMNS} FROM batch
       WHERE effective = 1 AND undoable = 1 AND origin IN ('user', 'import') ORDER BY id DESC LIMIT 1`,
    [],
  )
}

/** The newest undo whose target is still undone, unless something new was done after it. */
function newestRedoable(store: Store): BatchRow | null {
  return findRow<BatchRow>(
    store,
    `SELECT ${COLUMNS} FROM batch AS undone
       WHERE origin = 'undo'
         AND (SELECT effective FROM batch WHERE id = undone.target_id) = 0
         AND id > (SELECT ifnull(max(id), 0) FROM batch WHERE origin IN ('user', 'import'))
         AND NOT EXISTS (SELECT 1 FROM batch AS redone WHERE redone.origin = 'redo' AND redone.id > undone.id
                         AND redone.target_id = undone.target_id)
       ORDER BY id DESC LIMIT 1`,
    [],
  )
}

/** What undo and redo would do now. */
export function undoState(store: Store): UndoState {
  const describe = (row: BatchRow | null): NamedAction | null => {
    if (row === null) return null
    const { id, label, at, targetId } = row
    return { batchId: id, label, at, ...subjectsOf(store, { id: targetId ?? id, label }, NAMED) }
  }
  return { undo: describe(newestUndoable(store)), redo: describe(newestRedoable(store)) }
}

/** Refuses when a later change that is still in effect touched one of the batch's items. */
function assertUntouchedSince(store: Store, batchId: number): void {
  const isChanged = hasRow(
    store,
    `SELECT 1 FROM change JOIN batch ON batch.id = change.batch_id
       WHERE batch.effective = 1 AND change.batch_id > ?
         AND change.item_uid IN (SELECT item_uid FROM change WHERE batch_id = ?) LIMIT 1`,
    [batchId, batchId],
  )
  if (isChanged) refuse('undo-conflict')
}

interface ChangeRow {
  id: number
  itemUid: string
  type: ItemType
  before: string | null
  itemId: number | null
  /** Version of the shape `before` has. */
  shape: number
}

/** Whether the change created an item that still exists, rather than brought back a deleted one. */
function isMade(store: Store, { id, itemUid, before }: ChangeRow): boolean {
  if (before !== null || !itemExists(store, itemUid)) return false
  return !hasRow(store, 'SELECT 1 FROM change WHERE item_uid = ? AND id < ? LIMIT 1', [itemUid, id])
}

/** Applies the opposite of a batch, newest change first. */
function revert(
  store: Store,
  sourceId: number,
  targetId: number,
  origin: 'undo' | 'redo',
  label: string,
): Written<null> {
  const changes = readRows<ChangeRow>(
    store,
    `SELECT id, item_uid AS itemUid, type, before, shape, item_id AS itemId FROM change
     WHERE batch_id = ? ORDER BY id DESC`,
    [sourceId],
  )
  return write(
    store,
    label,
    (writer) => {
      store.sqlite.pragma('defer_foreign_keys = ON')
      const types = new Set(changes.map(({ type }) => type))
      const broken = countBrokenRules(store, types)
      for (const step of groupLinkChanges(changes)) {
        if ('targetUid' in step) {
          writer.restoreLinks(step)
          continue
        }
        const { itemUid, type, before, shape, itemId } = step
        const entity = entities[type]
        const keeps = origin === 'undo' && isMade(store, step) && entity.retract !== undefined
        if (keeps) {
          const patch = entity.retract?.(store.clock())
          writer.restore(entity, itemUid, { ...readDoc(store, entity, itemUid), ...patch }, null)
        } else {
          const state = before === null ? null : readStoredDoc(entity, shape, JSON.parse(before) as StoredDoc)
          writer.restore(entity, itemUid, state, itemId)
        }
      }
      if (countBrokenRules(store, types) > broken) refuse('undo-conflict')
      runSql(store, 'UPDATE batch SET effective = ? WHERE id = ?', [origin === 'undo' ? 0 : 1, targetId])
      return null
    },
    { origin, targetId },
  )
}

/**
 * Undoes a batch: the given one (the "Undo" of a message), or the newest still in effect. Throws REFUSED
 * `nothing-to-undo`, or `undo-conflict` when a later change of the same items is in effect, when an item refers to one
 * the batch added, or when a rule between items would break (an alias that now means another skill).
 */
export function undo(store: Store, batchId?: number): Written<null> {
  const row =
    batchId === undefined
      ? newestUndoable(store)
      : findRow<BatchRow>(store, `SELECT ${COLUMNS} FROM batch WHERE id = ? AND effective = 1 AND undoable = 1`, [
          batchId,
        ])
  if (row === null) refuse('nothing-to-undo')
  assertUntouchedSince(store, row.id)
  return revert(store, row.id, row.id, 'undo', row.label)
}

/** Does again what was undone last. Throws REFUSED `nothing-to-redo`. */
export function redo(store: Store): Written<null> {
  const row = newestRedoable(store)
  if (row === null) refuse('nothing-to-redo')
  if (row.targetId === null) throw new Failure('NOT_FOUND', { uid: String(row.id) })
  return revert(store, row.id, row.targetId, 'redo', row.label)
}
