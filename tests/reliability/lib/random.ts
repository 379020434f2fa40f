/** Numbers that look random and are the same for the same seed, so that a failure can be repeated. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number
  pick<T>(choices: readonly T[]): T
}

export function makeRandom(seed: number): Random {
  let state = (seed * 2654435761) % 2 ** 32
  const next = () => {
    // xorshift32
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[below(choices.length)]
    if (choice === undefined) throw new RangeError('Nothing to choose from')
    return choice
  }
  return { below, pick }
}

/** Counts of a run: the long ones are asked for by `npm run test:reliability`. */
export const IS_FULL = process.env.KURS_FULL === '1' || process.env.KURS_RELIABILITY === 'full'

/** Milliseconds one test may take; a full run on a busy machine takes its time. */
export const TIMEOUT = IS_FULL ? 7_200_000 : 300_000
