import { createRandom, drawNormal, drawWait, hashText, type Random } from '../chance/random.ts'

/** Samples per forecast: enough for the ends of an 80 % range to vary by only a few weeks in a year. */
export const SAMPLES = 400

/** Months after which sampling stops: such a long wait is not a date. */
export const LIMIT_MONTHS = 480

/** Months in a row that are drawn together, which keeps the sequence within a burst, an illness, a season. */
export const BLOCK_MONTHS = 3

/** Months that are drawn one by one; later months continue at their mean pace. */
export const PATH_MONTHS = 120

/** Blocks of the future months, and blocks per year for the pace. */
const PATH_BLOCKS = PATH_MONTHS / BLOCK_MONTHS
const YEAR_BLOCKS = 12 / BLOCK_MONTHS

/** All random numbers of one sample of one requirement, drawn before its data are used. */
export interface Draws {
  /** 0-1 each: the block of the past for each block of the pace. */
  paceBlocks: Float64Array
  /** 0-1 each: the block of the past for each future block. */
  pathBlocks: Float64Array
  /** 0-1: whether the future months repeat the year in its order, or its blocks in any order. */
  repeats: number
  /** Standard normal: uncertainty of the pace. */
  pace: number
  /** 0-1: how far a skill is from the next whole level. */
  place: number
  /** Standard normal: size of the last steps. */
  step: number
  /** Numbers shared by all requirements, because they belong to one person. */
  life: Life
}

/** One sample of a person's life. */
export interface Life {
  /** Standard normal: how fast this person is compared with the template. */
  person: number
  /** Changes of the pace from some month on: pairs of a month and a factor. */
  turns: { month: number; factor: number }[]
}

/** Mean months between changes in life, and their size: a new job, a pause, a better year. */
const TURN_MONTHS = 24
const TURN_SIZE = 0.7

function drawTurns(random: Random): Life['turns'] {
  const turns: Life['turns'] = []
  let month = 0
  while (turns.length < 6) {
    month += drawWait(random, TURN_MONTHS)
    if (month > PATH_MONTHS) break
    turns.push({ month, factor: Math.exp(TURN_SIZE * drawNormal(random)) })
  }
  return turns
}

/** The lives of a person, one per sample. */
function drawLives(samples: number): Life[] {
  const random = createRandom(hashText('life'))
  return Array.from({ length: samples }, () => ({ person: drawNormal(random), turns: drawTurns(random) }))
}

/** The draws of a requirement by its uid. */
export type DrawsOf = (uid: string) => readonly Draws[]

/**
 * Makes the draws of requirements, each once. They depend on the uid alone: other requirements, other data or another
 * what-if do not change them. So the same question has the same answer, and two answers differ only by the question,
 * never by chance.
 */
export function createDraws(samples = SAMPLES): DrawsOf {
  const lives = drawLives(samples)
  const known = new Map<string, Draws[]>()
  const make = (uid: string) => {
    const random = createRandom(hashText(uid))
    return lives.map((life) => ({
      paceBlocks: Float64Array.from({ length: YEAR_BLOCKS }, random.next),
      pathBlocks: Float64Array.from({ length: PATH_BLOCKS }, random.next),
      repeats: random.next(),
      place: random.next(),
      pace: drawNormal(random),
      step: drawNormal(random),
      life,
    }))
  }
  return (uid) => {
    const draws = known.get(uid) ?? make(uid)
    known.set(uid, draws)
    return draws
  }
}

/**
 * A gamma variable of mean and shape `shape` (scale 1) from a standard normal one, by the cube transformation of Wilson
 * and Hilferty (1931). For the same `normal` it grows with the shape.
 */
export function gammaOf(shape: number, normal: number): number {
  if (shape <= 0) return 0
  const ninth = 1 / (9 * shape)
  return shape * Math.max(0, 1 - ninth + normal * Math.sqrt(ninth)) ** 3
}
