import type { Store } from '#main/store/engine/database.ts'
import { readRows } from '#main/store/engine/statements.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'

/** More titles would make quick add slower to open and add little to what the newest tell. */
const MOST_TITLES = 200

/** Number of the newest entries searched for them. */
const LOOKED_AT = 2000

/**
 * The newest entries that have a kind and are not in the inbox, oldest first: quick add learns from them what this
 * person calls what. A title that occurs several times counts once, with the kind it was given last.
 */
export function listOwnKinds(store: Store): { title: string; kind: ActivityKind }[] {
  // SQLite takes the other columns of a group from the row that has its maximum.
  return readRows<{ title: string; kind: ActivityKind; newest: number }>(
    store,
    `SELECT title, kind, max(id) AS newest FROM (SELECT id, title, kind, inbox FROM activity ORDER BY id DESC LIMIT ?)
     WHERE kind IS NOT NULL AND inbox = 0 GROUP BY title ORDER BY newest DESC LIMIT ?`,
    [LOOKED_AT, MOST_TITLES],
  )
    .reverse()
    .map(({ title, kind }) => ({ title, kind }))
}
