import type { Store } from '#main/store/engine/database.ts'
import { readRows } from '#main/store/engine/statements.ts'

/**
 * Tags that lines of the journal have. Each step goes to the next tag within the index, so it takes as long as there are
 * tags, however many lines have them.
 */
export function listTags(store: Store): string[] {
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
