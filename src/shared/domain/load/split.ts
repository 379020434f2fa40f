import { CHOICES, LOAD_PARTS, type LoadPart } from '#shared/model/load.ts'

/** Whole percent of each part of the time; together 100. */
export type Shares = Record<LoadPart, number>

/** How much time each part took, as estimated: a value of `CHOICES`. */
export type Parts = Record<LoadPart, number>

/**
 * Whole percents in proportion to the parts: the remainder of rounding goes to the largest fractions, earlier parts
 * first. null if all parts are zero.
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

/** The fractional part of a number, without floating-point noise. */
const rest = (value = 0): number => Math.round((value % 1) * 1e6)

const ALL_PARTS: readonly Parts[] = CHOICES.flatMap((operations) =>
  CHOICES.flatMap((learning) => CHOICES.map((strategy) => ({ operations, learning, strategy }))),
)

/**
 * If several choices give the same shares, the ones closest to the middle of the scale are taken, the larger before the
 * smaller.
 */
const MIDDLE = 6

/** The choices that come closest to these shares, however those were entered. */
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

/** Mean shares of several weeks with equal weights; not rounded. null without weeks. */
export function meanShares(weeks: readonly Shares[]): Shares | null {
  if (weeks.length === 0) return null
  const mean = (part: LoadPart) => weeks.reduce((sum, shares) => sum + shares[part], 0) / weeks.length
  return Object.fromEntries(LOAD_PARTS.map((part) => [part, mean(part)])) as Shares
}
