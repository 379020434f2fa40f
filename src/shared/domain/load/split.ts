import { CHOICES, LOAD_PARTS, type LoadPart } from '#shared/model/load.ts'

/** Whole percent of each part of the time; together 100. */
export type Shares = Record<LoadPart, number>

/** How much each part took, as it is remembered: a choice of `CHOICES`. */
export type Parts = Record<LoadPart, number>

/**
 * Whole percent in the proportion of the parts: what is left of the rounding goes to the largest remainders, earlier parts first. null
 * where nothing took any time.
 */
export function toShares(parts: Parts): Shares | null {
  const total = LOAD_PARTS.reduce((sum, part) => sum + parts[part], 0)
  if (total === 0) return null
  const exact = LOAD_PARTS.map((part) => (parts[part] * 100) / total)
  const whole = exact.map(Math.floor)
  const left = 100 - whole.reduce((sum, share) => sum + share, 0)
  const byRemainder = [...LOAD_PARTS.keys()].sort((a, b) => rest(exact[b]) - rest(exact[a]) || a - b)
  for (const index of byRemainder.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1
  return Object.fromEntries(LOAD_PARTS.map((part, index) => [part, whole[index]])) as Shares
}

/** The fraction of a number, free of the noise of its last digits. */
const rest = (value = 0): number => Math.round((value % 1) * 1e6)

const ALL_PARTS: readonly Parts[] = CHOICES.flatMap((operations) =>
  CHOICES.flatMap((learning) => CHOICES.map((strategy) => ({ operations, learning, strategy }))),
)

/** Of choices that mean the same shares, the ones nearest to a middle of the scale are what was meant, the stronger before the weaker. */
const MIDDLE = 6

/** The choices that come nearest to shares, however those were entered. */
export function nearestParts(shares: Shares): Parts {
  const distance = (parts: Parts): number => {
    const made = toShares(parts)
    return made === null
      ? Number.POSITIVE_INFINITY
      : LOAD_PARTS.reduce((sum, part) => sum + Math.abs(made[part] - shares[part]), 0)
  }
  const weight = (parts: Parts) => LOAD_PARTS.reduce((sum, part) => sum + parts[part], 0)
  const rank = (parts: Parts) => [distance(parts), Math.abs(weight(parts) - MIDDLE), -weight(parts)] as const
  return ALL_PARTS.reduce((best, parts) => {
    const [one, other] = [rank(parts), rank(best)]
    const at = one.findIndex((value, index) => value !== other[index])
    return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0) ? parts : best
  })
}

/** Shares of several weeks, each week counting the same; not rounded. null of none. */
export function meanShares(weeks: readonly Shares[]): Shares | null {
  if (weeks.length === 0) return null
  const mean = (part: LoadPart) => weeks.reduce((sum, shares) => sum + shares[part], 0) / weeks.length
  return Object.fromEntries(LOAD_PARTS.map((part) => [part, mean(part)])) as Shares
}
