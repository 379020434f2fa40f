import { createRandom, drawNormal, drawWait, hashText, type Random } from '../chance/random.ts'

/** Samples of one forecast: enough for the ends of an 80 % range to stand still to a few weeks in a year. */
export const SAMPLES = 400

/** Months after which nothing is sampled any more: a wait as long as that is no date. */
export const LIMIT_MONTHS = 480

/** Months in a row that are drawn together: what follows what in a burst, an illness, a season is kept. */
export const BLOCK_MONTHS = 3

/** Months that are drawn one by one; what comes after them goes on at their mean pace. */
export const PATH_MONTHS = 120

/** Blocks of the months to come, and as many of the pace as a year has. */
const PATH_BLOCKS = PATH_MONTHS / BLOCK_MONTHS
const YEAR_BLOCKS = 12 / BLOCK_MONTHS

/** Everything accidental about one sample of one requirement, drawn before its data are looked at. */
export interface Draws {
  /** 0-1 each: which block of the past the pace is made of. */
  paceBlocks: Float64Array
  /** 0-1 each: which block of the past stands at which place to come. */
  pathBlocks: Float64Array
  /** 0-1: whether the coming months repeat the year as it was or its blocks in any order. */
  repeats: number
  /** Standard normal: how sure the pace is. */
  pace: number
  /** 0-1: how far from the next whole level a rating stands. */
  place: number
  /** Standard normal: how large the last steps are. */
  step: number
  /** What is the same for every requirement, as they are one person's. */
  life: Life
}

/** One sample of a person's life. */
export interface Life {
  /** Standard normal: how fast this person is beside the template. */
  person: number
  /** What becomes of the pace from some month on: pairs of a month and a factor. */
  turns: { month: number; factor: number }[]
}

/** How often life takes a turn, and how far: a new job, a pause, a better year. */
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

/** The lives of a person, sample by sample. */
function drawLives(samples: number): Life[] {
  const random = createRandom(hashText('life'))
  return Array.from({ length: samples }, () => ({ person: drawNormal(random), turns: drawTurns(random) }))
}

/** The draws of a requirement by its uid. */
export type DrawsOf = (uid: string) => readonly Draws[]

/**
 * Makes the draws of requirements, each once. They hang on the uid alone: other requirements, other data, another what-if leave
 * them as they are, so that the same question has the same answer and two answers differ by what was asked, never by luck.
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
 * A gamma variable of mean and shape `shape` (scale 1) from a standard normal one, by the cube of Wilson and Hilferty (1931).
 * For the same `normal` it grows with its shape.
 */
export function gammaOf(shape: number, normal: number): number {
  if (shape <= 0) return 0
  const ninth = 1 / (9 * shape)
  return shape * Math.max(0, 1 - ninth + normal * Math.sqrt(ninth)) ** 3
}
