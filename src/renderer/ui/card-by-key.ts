/** Places by which an arrow key moves within a column, and columns by which it moves on the board. */
const DOWN: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }
export const ASIDE: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * The card a key leads to: within its column, or at the same height in the next column that has cards. Null for a key
 * that does not move; where there is nothing further, it stays.
 */
export function cardByKey(columns: readonly (readonly string[])[], from: string, key: string): string | null {
  const at = columns.findIndex((column) => column.includes(from))
  const column = columns[at] ?? []
  const place = column.indexOf(from)
  if (key === 'Home') return column[0] ?? from
  if (key === 'End') return column.at(-1) ?? from
  if (DOWN[key] !== undefined) return column[place + DOWN[key]] ?? from
  if (ASIDE[key] === undefined) return null
  const further = ASIDE[key] > 0 ? columns.slice(at + 1) : columns.slice(0, at).reverse()
  const target = further.find(({ length }) => length > 0) ?? column
  return target === column ? from : (target[Math.min(place, target.length - 1)] ?? from)
}
