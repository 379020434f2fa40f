/** The three ratings, each 1-10; null = not rated yet. */
export interface IceRatings {
  impact: number | null
  confidence: number | null
  ease: number | null
}

/**
 * Priority of an initiative: impact x confidence x ease, 1-1000 (Sean Ellis, *Hacking Growth*, 2017). A product, so
 * that one low rating is not hidden by two high ones. Null until all three are set, because a guessed rating would
 * affect the order.
 */
export function iceScore({ impact, confidence, ease }: IceRatings): number | null {
  return impact === null || confidence === null || ease === null ? null : impact * confidence * ease
}

/** The factors of a score, shown beside it: `8 × 5 × 7`. */
export const iceFormula = ({ impact, confidence, ease }: IceRatings): string => [impact, confidence, ease].join(' × ')
