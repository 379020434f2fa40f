/** Items with their places as keys: a document never changes but as a whole, and two of its lines may read the same. */
export function keyed<Item>(items: readonly Item[]): { key: number; item: Item }[] {
  return items.map((item, key) => ({ key, item }))
}
