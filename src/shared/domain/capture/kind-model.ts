import { ActivityKind } from '#shared/model/vocabulary.ts'
import { type Feature, type FeatureLine, type GroupIndex, indexGroups, readFeatures } from './kind-features.ts'
import { stemWord } from './kind-stems.ts'

/** The class of a line: one of the kinds, or `none` (an errand, a thought, private life). */
export type KindClass = ActivityKind | 'none'

/** In the order of the weights; reordering requires learning anew. */
export const KIND_CLASSES: readonly KindClass[] = [...ActivityKind.options, 'none']

const NONE = KIND_CLASSES.indexOf('none')

/** By feature name, how strongly it indicates each of `KIND_CLASSES`, in tenths. */
export type KindWeights = Record<string, readonly number[]>

/** The result of `npm run learn-capture` on the training lines (`resources/capture/model.json`). */
export type KindModel = { groups: Record<string, string>; weights: KindWeights }

/** A line of the user's own with its kind: corrected, sorted, or accepted as understood. */
export type OwnLine = { line: FeatureLine; kind: ActivityKind }

export type KindReading = {
  /** The probability of each class, in the order of `KIND_CLASSES`. */
  chances: readonly number[]
  best: KindClass
  /** The likeliest class other than `none`. */
  bestKind: ActivityKind
  features: readonly Feature[]
  /** Divisor of the sums of weights. */
  scale: number
}

export type KindScorer = {
  read: (line: FeatureLine) => KindReading
  /** How strongly each word of a line indicates a class, strongest first; words with a negative weight are left out. */
  explain: (reading: KindReading, one: KindClass) => { word: number; weight: number }[]
}

/**
 * Below this probability a kind is only suggested: an invented kind costs more than a key press. The lowest values that, in
 * the cross-validation of the training lines, invent a kind for clearly less than 3 % of the lines without one.
 */
const DECIDE = { kind: 0.25, none: 0.16 }
/** From this probability on an undecided kind is suggested. */
const SUGGEST = 0.12

/**
 * The scorer of a model, corrected by the user's own lines: if the model disagrees with one, the weights of that line's
 * words are moved until it agrees, so that a correction outweighs everything learned before.
 */
export function createKindScorer(model: KindModel, own: readonly OwnLine[] = []): KindScorer {
  const stems = new Map<string, string>()
  const stem = (form: string) => {
    const known = stems.get(form)
    if (known !== undefined) return known
    const found = stemWord(form)
    if (stems.size < MOST_STEMS) stems.set(form, found)
    return found
  }
  const index: GroupIndex = indexGroups(model.groups, stem)
  const moved: Moved = new Map()
  const weigh = (name: string) => rowOf(model.weights[name], moved.get(name))
  const read = (line: FeatureLine) => readKinds(readFeatures(line, index, stem), weigh)
  learnOwn(own, { read, weigh, moved })
  return { read, explain: (reading, one) => explainKind(reading, KIND_CLASSES.indexOf(one), weigh) }
}

/** Remembered stems at most. */
const MOST_STEMS = 20_000

/** The weights of a feature, learned and corrected; null for an unknown feature. */
type Weigh = (name: string) => readonly number[] | null

function rowOf(learned: readonly number[] | undefined, moved: Float64Array | undefined): readonly number[] | null {
  if (moved === undefined) return learned ?? null
  return Array.from(moved, (weight, k) => weight + (learned?.[k] ?? 0))
}

/** Weights are in tenths. */
const TENTHS = 10

function readKinds(features: readonly Feature[], weigh: Weigh): KindReading {
  const scores = KIND_CLASSES.map(() => 0)
  let known = 0
  for (const name of new Set(features.map((feature) => feature.name))) {
    const row = weigh(name)
    if (row === null) continue
    known += 1
    for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) + (row[k] ?? 0)
  }
  const scale = TENTHS * Math.sqrt(Math.max(1, known))
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp((score - highest) / scale))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const chances = powers.map((power) => power / total)
  const order = chances.map((_, k) => k).sort((one, other) => (chances[other] ?? 0) - (chances[one] ?? 0))
  const classes = order.flatMap((k) => KIND_CLASSES[k] ?? [])
  const kinds = classes.filter((one) => one !== 'none')
  return { chances, best: classes[0] ?? 'none', bestKind: kinds[0] ?? 'study', features, scale }
}

/** The probability of a class in a reading. */
function chanceOf({ chances }: KindReading, one: KindClass): number {
  return chances[KIND_CLASSES.indexOf(one)] ?? 0
}

/** The decided kind, the suggested kind, or neither. */
export function decideKind(reading: KindReading): { decided: ActivityKind | null; suggested: ActivityKind | null } {
  const { bestKind } = reading
  const chance = chanceOf(reading, bestKind)
  const none = chanceOf(reading, 'none')
  if (none < DECIDE.none && chance >= DECIDE.kind && chance > none) return { decided: bestKind, suggested: null }
  return { decided: null, suggested: chance >= SUGGEST ? bestKind : null }
}

function explainKind({ features }: KindReading, k: number, weigh: Weigh): { word: number; weight: number }[] {
  const words = new Map<number, number>()
  for (const { name, words: at } of features) {
    const row = at.length === 0 ? null : weigh(name)
    if (row === null) continue
    const weight = (row[k] ?? 0) - row.reduce((sum, one) => sum + one, 0) / row.length
    for (const word of at) words.set(word, (words.get(word) ?? 0) + weight / at.length)
  }
  return [...words]
    .map(([word, weight]) => ({ word, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.word - other.word)
}

/** Required lead of the right kind after a correction: the difference of two log probabilities. */
const MARGIN = 4
/** Rounds over all lines: a later correction may undo an earlier one, and the next round repairs that. */
const ROUNDS = 6

/**
 * Moves the weights of single words until each of the user's own lines gets its given kind, with a margin for those
 * that the model would have understood differently (passive-aggressive steps). Groups and shapes are not changed: a
 * correction is about the words of its line, not about all similar words, and mostly about words that were unknown. The
 * newest line wins.
 */
function learnOwn(
  own: readonly OwnLine[],
  { read, weigh, moved }: { read: (line: FeatureLine) => KindReading; weigh: Weigh; moved: Moved },
): void {
  const isMeant = own.map(({ line, kind }) => decideKind(read(line)).decided === kind)
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false
    for (const [at, { line, kind }] of own.entries()) {
      const reading = read(line)
      const wanted = isMeant[at] ? 0 : MARGIN
      if (isMeant[at] && decideKind(reading).decided === kind) continue
      changed = correct({ reading, kind, wanted }, weigh, moved) || changed
    }
    if (!changed) return
  }
}

type Moved = Map<string, Float64Array>

function correct(
  { reading, kind, wanted }: { reading: KindReading; kind: ActivityKind; wanted: number },
  weigh: Weigh,
  moved: Moved,
): boolean {
  const shares = new Map(
    reading.features
      .filter(isOfWords)
      .map(({ name }) => [name, 1 / (1 + Math.max(...(weigh(name) ?? [0]).map(Math.abs)) / TENTHS)]),
  )
  const k = KIND_CLASSES.indexOf(kind)
  let rival = k === 0 ? 1 : 0
  for (const [other, chance] of reading.chances.entries())
    if (other !== k && chance > (reading.chances[rival] ?? 0)) rival = other
  const ahead = Math.log((reading.chances[k] ?? 0) / (reading.chances[rival] ?? 1))
  if (shares.size === 0 || ahead >= wanted) return false
  // The scores are divided by `reading.scale`. Both classes move, so each gets half of the difference.
  const whole = [...shares.values()].reduce((sum, share) => sum + share, 0)
  const step = ((wanted - ahead) * reading.scale) / (2 * whole)
  for (const [name, share] of shares) {
    const row = moved.get(name) ?? new Float64Array(KIND_CLASSES.length)
    row[k] = (row[k] ?? 0) + step * share
    row[rival] = (row[rival] ?? 0) - step * share
    // A line that was given a kind is not none of them, whatever was likelier.
    if (rival !== NONE) row[NONE] = (row[NONE] ?? 0) - (step * share) / 2
    moved.set(name, row)
  }
  return true
}

/** Stems, pairs and the first word, but not words shorter than three characters, which occur in any line. */
const isOfWords = ({ name }: Feature) => /^(?:w|b|1):.*[\p{L}\p{N}]{3}/u.test(name)
