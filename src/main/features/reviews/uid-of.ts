/** Column `uid` of the items in a table. */
export const uidOf = (table: string): string => `(SELECT uid FROM item WHERE item.id = ${table}.id) AS uid`
