import { Failure, refuse } from '#shared/model/failure.ts'
import type { ItemType } from '#shared/model/vocabulary.ts'
import { prepared, type Store } from './database.ts'
import { entities } from './entities/registry.ts'
import type { Doc } from './entity.ts'
import { itemExists, readDoc } from './rows.ts'
import { type Written, write } from './writer.ts'

interface BatchRow {
  id: number
  at: number
  label: string
  origin: string
  targetId: number | null
}

/** What undo and redo would act on now, null when there is nothing. */
export interface UndoState {
  undo: { batchId: number; label: string; at: number } | null
  redo: { batchId: number; label: string; at: number } | null
}

const COLUMNS = 'id, at, label, origin, target_id AS targetId'

function newestUndoable(store: Store): BatchRow | undefined {
  return prepared(store, 'undo.newest', () =>
    store.sqlite.prepare<[], BatchRow>(
      `SELECT ${COLUMNS} FROM batch
       WHERE effective = 1 AND undoable = 1 AND origin IN ('user', 'import') ORDER BY id DESC LIMIT 1`,
    ),
  ).get()
}

/** The newest undo whose target is still undone, unless something new was done after it. */
function newestRedoable(store: Store): BatchRow | undefined {
  return prepared(store, 'undo.redoable', () =>
    store.sqlite.prepare<[], BatchRow>(
      `SELECT ${COLUMNS} FROM batch AS undone
       WHERE origin = 'undo'
         AND (SELECT effective FROM batch WHERE id = undone.target_id) = 0
         AND id > (SELECT ifnull(max(id), 0) FROM batch WHERE origin IN ('user', 'import'))
         AND NOT EXISTS (SELECT 1 FROM batch AS redone WHERE redone.origin = 'redo' AND redone.id > undone.id
                         AND redone.target_id = undone.target_id)
       ORDER BY id DESC LIMIT 1`,
    ),
  ).get()
}

/** What undo and redo would do now. */
export function undoState(store: Store): UndoState {
  const describe = (row: BatchRow | undefined) =>
    row === undefined ? null : { batchId: row.id, label: row.label, at: row.at }
  return { undo: describe(newestUndoable(store)), redo: describe(newestRedoable(store)) }
}

/** Refuses when something still in effect changed one of the batch's items later. */
function assertUntouchedSince(store: Store, batchId: number): void {
  const later = prepared(store, 'undo.later', () =>
    store.sqlite.prepare<[number, number], { n: number }>(
      `SELECT count(*) AS n FROM change JOIN batch ON batch.id = change.batch_id
       WHERE batch.effective = 1 AND change.batch_id > ?
         AND change.item_uid IN (SELECT item_uid FROM change WHERE batch_id = ?)`,
    ),
  ).get(batchId, batchId)
  if ((later?.n ?? 0) > 0) refuse('undo-conflict')
}

interface ChangeRow {
  itemUid: string
  type: ItemType
  before: string | null
}

/** Applies the opposite of a batch, newest change first. */
function revert(
  store: Store,
  sourceId: number,
  targetId: number,
  origin: 'undo' | 'redo',
  label: string,
): Written<null> {
  const changes = store.sqlite
    .prepare<[number], ChangeRow>(
      'SELECT item_uid AS itemUid, type, before FROM change WHERE batch_id = ? ORDER BY id DESC',
    )
    .all(sourceId)
  return write(
    store,
    label,
    (writer) => {
      store.sqlite.pragma('defer_foreign_keys = ON')
      for (const { itemUid, type, before } of changes) {
        const entity = entities[type]
        const keeps = origin === 'undo' && before === null && entity.retract !== undefined && itemExists(store, itemUid)
        if (keeps) {
          const patch = entity.retract?.(store.clock())
          writer.restore(entity, itemUid, { ...readDoc(store, entity, itemUid), ...patch })
        } else writer.restore(entity, itemUid, before === null ? null : (JSON.parse(before) as Doc))
      }
      store.sqlite.prepare('UPDATE batch SET effective = ? WHERE id = ?').run(origin === 'undo' ? 0 : 1, targetId)
      return null
    },
    { origin, targetId },
  )
}

/**
 * Takes back a batch: the given one (the "Undo" of a message), or the newest still in effect. Throws REFUSED
 * `nothing-to-undo`, or `undo-conflict` when a later change of the same items stands, or an item that names one the batch
 * added.
 */
export function undo(store: Store, batchId?: number): Written<null> {
  const row =
    batchId === undefined
      ? newestUndoable(store)
      : store.sqlite
          .prepare<[number], BatchRow>(`SELECT ${COLUMNS} FROM batch WHERE id = ? AND effective = 1 AND undoable = 1`)
          .get(batchId)
  if (row === undefined) refuse('nothing-to-undo')
  assertUntouchedSince(store, row.id)
  return revert(store, row.id, row.id, 'undo', row.label)
}

/** Does again what was undone last. Throws REFUSED `nothing-to-redo`. */
export function redo(store: Store): Written<null> {
  const row = newestRedoable(store)
  if (row === undefined) refuse('nothing-to-redo')
  if (row.targetId === null) throw new Failure('NOT_FOUND', { uid: String(row.id) })
  return revert(store, row.id, row.targetId, 'redo', row.label)
}
