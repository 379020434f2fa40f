/** Picks the fields a form edits from a stored item: exactly those of the entity's shape. */
export function pickFields<Shape extends object, Item extends { [Field in keyof Shape]: unknown }>(
  shape: Shape,
  item: Item,
): Pick<Item, keyof Shape & keyof Item> {
  const names = Object.keys(shape) as (keyof Shape & keyof Item)[]
  return Object.fromEntries(names.map((name) => [name, item[name]])) as Pick<Item, keyof Shape & keyof Item>
}
