import type { ItemType } from '#shared/model/entities.ts'
import type { Store } from './database.ts'
import { hasRow, readRows, runSql } from './statements.ts'

/**
 * When an item is removed or restored, the links to it are recorded as changes of the items that have them. Tens of
 * thousands of journal entries may link to a much-used skill: reading and writing each of them whole takes seconds. So
 * such a change keeps only the one link, and all of them are made by a few statements. The entries themselves were not
 * edited: their `updatedAt` stays.
 *
 * `change.before` is then `{"linkTo": <uid>, "role": <role when there was no link>, "link": <link before, or null>}`;
 * for other changes it holds the item.
 */
const MARK = '{"linkTo":'

/** An item whose incoming links are removed or restored. */
interface Target {
  id: number
  uid: string
}

/** A link before it was changed. */
export interface LinkState {
  targetUid: string
  stood: boolean
  /** null in what was recorded while an item had links of one role only. */
  role: string | null
}

/** Consecutive changes in one batch of links to the same item, with the ids of the first and the last. */
export interface LinkRun extends Pick<LinkState, 'targetUid' | 'stood'> {
  from: number
  to: number
}

interface ChangeKey {
  id: number
  before: string | null
}

interface LinkChange {
  linkTo: string
  link: { role: string } | null
  /** The role of the link, when there was no link before. */
  role?: string
}

/** Which item a link change is about, and whether the link existed before; null for a change of the item itself. */
export function readLinkChange(before: string | null): LinkState | null {
  if (before === null || !before.startsWith(MARK)) return null
  const { linkTo, role, link } = JSON.parse(before) as LinkChange
  return { targetUid: linkTo, stood: link !== null, role: link?.role ?? role ?? null }
}

/** The changes of a batch, newest first, with each run of link changes combined into one. */
export function groupLinkChanges<Change extends ChangeKey>(changes: readonly Change[]): (Change | LinkRun)[] {
  const steps: (Change | LinkRun)[] = []
  let run: LinkRun | null = null
  for (const change of changes) {
    const link = readLinkChange(change.before)
    if (link === null) {
      run = null
      steps.push(change)
    } else if (run?.targetUid === link.targetUid && run.stood === link.stood) run.from = change.id
    else {
      const begun: LinkRun = { targetUid: link.targetUid, stood: link.stood, from: change.id, to: change.id }
      steps.push(begun)
      run = begun
    }
  }
  return steps
}

const LINK_AS_IT_STANDS = "json_object('role', link.role, 'day', link.day, 'minutes', link.minutes)"

/** Types of the items a batch changed. */
function typesOfBatch(store: Store, batchId: number): ItemType[] {
  const sql = 'SELECT DISTINCT type FROM change WHERE batch_id = ?'
  return readRows<{ type: ItemType }>(store, sql, [batchId]).map(({ type }) => type)
}

/**
 * Removes every link to an item and records each as a change of the item that had it; answers the types of those items.
 */
export function removeLinksTo(store: Store, batchId: number, { id, uid }: Target): ItemType[] {
  const { changes } = runSql(
    store,
    `INSERT INTO change (batch_id, item_uid, type, before)
       SELECT ?, source.uid, source.type, json_object('linkTo', ?, 'link', ${LINK_AS_IT_STANDS})
       FROM link JOIN item AS source ON source.id = link.source_id
       WHERE link.target_id = ? AND link.source_id <> link.target_id ORDER BY link.source_id`,
    [batchId, uid, id],
  )
  if (changes === 0) return []
  runSql(store, 'DELETE FROM link WHERE target_id = ?', [id])
  return typesOfBatch(store, batchId)
}

/** Links to `from` whose source has no link to `to` in the same role, without links between the two items themselves. */
const MOVED_LINKS = `link JOIN item AS source ON source.id = link.source_id
  WHERE link.target_id = @from AND link.source_id NOT IN (@from, @to) AND NOT EXISTS (SELECT 1 FROM link AS other
    WHERE other.source_id = link.source_id AND other.role = link.role AND other.target_id = @to)`

/** Gives every source of a link to `from` the same link to `to`, each recorded as a change of the source. Returns the types of the sources. */
export function copyLinksTo(store: Store, batchId: number, from: Target, to: Target & { type: ItemType }): ItemType[] {
  const values = { batchId, from: from.id, to: to.id, uid: to.uid, type: to.type }
  const { changes } = runSql(
    store,
    `INSERT INTO change (batch_id, item_uid, type, before)
       SELECT @batchId, source.uid, source.type, json_object('linkTo', @uid, 'role', link.role, 'link', NULL)
       FROM ${MOVED_LINKS} ORDER BY link.source_id`,
    values,
  )
  if (changes === 0) return []
  runSql(
    store,
    `INSERT INTO link (source_id, role, target_id, target_type, day, minutes)
       SELECT link.source_id, link.role, @to, @type, link.day, link.minutes FROM ${MOVED_LINKS} ORDER BY link.source_id`,
    values,
  )
  return typesOfBatch(store, batchId)
}

/** The changes of a run as `done`, with the changed items as `source`. */
const RUN = 'change AS done CROSS JOIN item AS source ON source.uid = done.item_uid WHERE done.id BETWEEN @from AND @to'

/** The links of a run that are to be restored, except those that exist already. */
const GONE_LINKS = `${RUN} AND NOT EXISTS (SELECT 1 FROM link
  WHERE link.source_id = source.id AND link.role = done.before ->> '$.link.role' AND link.target_id = @id)`

/** Restores these links with the present day and minutes of the source: it may have been edited since. */
function returnLinks(store: Store, values: object): void {
  runSql(
    store,
    `INSERT INTO change (batch_id, item_uid, type, before)
       SELECT @batchId, source.uid, source.type, json_object('linkTo', @uid, 'role', before ->> '$.link.role', 'link', NULL) FROM ${GONE_LINKS} ORDER BY done.id`,
    values,
  )
  runSql(
    store,
    `INSERT INTO link (source_id, role, target_id, target_type, day, minutes)
       SELECT source.id, before ->> '$.link.role', @id, @type,
         (SELECT activity.day FROM activity WHERE activity.id = source.id),
         (SELECT activity.minutes FROM activity WHERE activity.id = source.id)
       FROM ${GONE_LINKS} ORDER BY done.id`,
    values,
  )
}

/** Links that a run added: those of other roles stood before it. Older changes do not name the role. */
const ADDED_LINKS = `link.target_id = @id AND (
  (link.source_id, link.role) IN (SELECT source.id, done.before ->> '$.role' FROM ${RUN})
  OR link.source_id IN (SELECT source.id FROM ${RUN} AND done.before ->> '$.role' IS NULL))`

function removeLinksAgain(store: Store, values: object): void {
  runSql(
    store,
    `INSERT INTO change (batch_id, item_uid, type, before)
       SELECT @batchId, owner.uid, owner.type, json_object('linkTo', @uid, 'link', ${LINK_AS_IT_STANDS})
       FROM link JOIN item AS owner ON owner.id = link.source_id
       WHERE ${ADDED_LINKS} ORDER BY link.source_id`,
    values,
  )
  runSql(store, `DELETE FROM link WHERE ${ADDED_LINKS}`, values)
}

/**
 * Puts the links of a run back to their state before it, and records the present one; answers the types of the items
 * that have these links.
 */
export function restoreLinks(
  store: Store,
  batchId: number,
  { from, to, stood }: LinkRun,
  { id, uid, type }: Target & { type: ItemType },
): ItemType[] {
  const values = { batchId, from, to, id, uid, type }
  if (stood) returnLinks(store, values)
  else removeLinksAgain(store, values)
  return typesOfBatch(store, batchId)
}

/** True when anything links to the item. */
export function isLinked(store: Store, id: number): boolean {
  return hasRow(store, 'SELECT 1 FROM link WHERE target_id = ? LIMIT 1', [id])
}

/** True when an item that links to this one was made or changed by an action that was not undone. */
export function isLinkedByStanding(store: Store, id: number): boolean {
  return hasRow(
    store,
    `SELECT 1 FROM link JOIN item AS source ON source.id = link.source_id
       JOIN change ON change.item_uid = source.uid JOIN batch ON batch.id = change.batch_id
       WHERE link.target_id = ? AND link.source_id <> link.target_id AND batch.effective = 1 LIMIT 1`,
    [id],
  )
}
