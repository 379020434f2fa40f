import type { Store } from '#main/store/engine/database.ts'
import { readRows } from '#main/store/engine/statements.ts'

/** Tags of all journal entries, or of the given ones only. */
export function listTags(store: Store, { of }: { of?: string[] | undefined } = {}): string[] {
  return of === undefined ? allTags(store) : tagsOfLines(store, of)
}

function tagsOfLines(store: Store, uids: string[]): string[] {
  return readRows<{ tag: string }>(
    store,
    `SELECT DISTINCT item_tag.tag FROM json_each(?) AS named
       CROSS JOIN item ON item.uid = named.value CROSS JOIN item_tag ON item_tag.item_id = item.id ORDER BY item_tag.tag`,
    [JSON.stringify(uids)],
  ).map(({ tag }) => tag)
}

/**
 * Each step goes to the next tag within the index, so the time depends on the number of tags, not on the number of
 * entries that have them.
 */
function allTags(store: Store): string[] {
  return readRows<{ tag: string }>(
    store,
    `WITH RECURSIVE used(tag) AS (
         SELECT min(tag) FROM item_tag
         UNION ALL
         SELECT (SELECT min(tag) FROM item_tag WHERE tag > used.tag) FROM used WHERE used.tag IS NOT NULL)
       SELECT tag FROM used WHERE tag IS NOT NULL
         AND EXISTS (SELECT 1 FROM item_tag CROSS JOIN activity ON activity.id = item_tag.item_id WHERE item_tag.tag = used.tag)`,
    [],
  ).map(({ tag }) => tag)
}
