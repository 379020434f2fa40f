import { v7 as uuidv7 } from 'uuid'

/** A stream of numbers that is the same for the same seed, on every machine and in every version. */
export interface Random {
  /** 0 <= x < 1. */
  next(): number
  /** Whole number, both ends included. */
  integer(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  /** True with this probability. */
  chance(probability: number): boolean
}

/** FNV-1a, 32 bits: turns words into seeds. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}

/** Mulberry32: small, fast, and random enough for invented data; never for secrets. */
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

/** Makes UUIDv7 from the stream instead of true randomness, so that a whole workspace is the same for the same seed. */
export function createUidMaker(random: Random): (at: number) => string {
  const bytes = new Uint8Array(16)
  let sequence = 0
  return (at) => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = random.integer(0, 255)
    sequence += 1
    return uuidv7({ msecs: at, seq: sequence, random: bytes })
  }
}
