/** A stream of pseudorandom numbers that is the same for the same seed, on every machine and in every version. */
export interface Random {
  /** 0 <= x < 1. */
  next(): number
  /** Whole number, both ends included. */
  integer(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  /** True with this probability. */
  chance(probability: number): boolean
}

/** FNV-1a, 32 bits: turns text into seeds. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}

/** Mulberry32: small, fast, and random enough for invented data and for samples of a forecast; never for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[integer(0, list.length - 1)]
    if (found === undefined) throw new RangeError('Nothing to pick from')
    return found
  }
  return { next, integer, pick, chance: (probability) => next() < probability }
}

/** Standard normal, from two uniform numbers by the method of Box and Muller. */
export const drawNormal = ({ next }: Pick<Random, 'next'>): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

/** An exponentially distributed wait with this mean. */
export const drawWait = ({ next }: Pick<Random, 'next'>, mean: number): number => -mean * Math.log(1 - next())
