/**
 * Edits that turn one word into another: a letter added, removed or replaced, or two neighbours swapped (the restricted
 * Damerau-Levenshtein distance).
 */
function stepsBetween(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const next = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = next
  }
  return last[to.length] ?? 0
}

/** The word that was probably meant: the nearest one, unless more than a third of it would have been mistyped. */
export function nearestOf(typed: string, words: readonly string[]): string | null {
  const all = words
    .map((word) => ({ word, steps: stepsBetween(typed.toLowerCase(), word) }))
    .filter(({ word, steps }) => steps <= word.length / 3)
    .sort((a, b) => a.steps - b.steps)
  return all[0]?.word ?? null
}
