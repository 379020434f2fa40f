/**
 * Items with their indexes as keys: a document is only ever replaced as a whole, and two lines may have the same text.
 */
export function keyed<Item>(items: readonly Item[]): { key: number; item: Item }[] {
  return items.map((item, key) => ({ key, item }))
}
