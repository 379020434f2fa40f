import { KIND_CLASSES, type KindClass, type KindWeights } from './kind-model.ts'

/** A line to learn from: its features and all kinds that are right for it. */
export type Example = { features: readonly string[]; classes: readonly KindClass[] }

export type LearningOptions = {
  passes: number
  /** How far one line moves a weight at first; the more a weight has moved, the smaller its steps (AdaGrad). */
  rate: number
  /** How strongly a weight is pulled back to zero by each line it appears in. */
  decay: number
  /** Lines a feature must appear in at least. */
  fewest: { word: number; first: number; pair: number; groups: number }
}

const LEARNING: LearningOptions = {
  passes: 24,
  rate: 0.25,
  decay: 0.0002,
  fewest: { word: 2, first: 3, pair: 3, groups: 4 },
}

/** Weights are stored as whole tenths: small, and the same on every machine. */
const SCALE = 10

/**
 * Learns how strongly each feature indicates each kind: multinomial logistic regression, one line at a time. A line
 * with several right kinds is trained towards the one that is likeliest by the present weights. Nothing is random: the
 * lines are taken in one fixed shuffled order, so the same lines give the same weights.
 */
export function learnWeights(examples: readonly Example[], options: LearningOptions = LEARNING): KindWeights {
  const names = frequentFeatures(examples, options)
  const ids = new Map(names.map((name, id) => [name, id]))
  const rows = examples.map(({ features, classes }) => ({
    ids: [...new Set(features.flatMap((name) => ids.get(name) ?? []))],
    right: KIND_CLASSES.map((one) => classes.includes(one)),
  }))
  const size = KIND_CLASSES.length
  const weights = new Float64Array(names.length * size)
  const moved = new Float64Array(names.length * size).fill(1e-6)
  for (let pass = 0; pass < options.passes; pass++) {
    for (const at of shuffled(rows.length, pass)) {
      const row = rows[at]
      if (row) step(weights, moved, row, options)
    }
  }
  return toWeights(names, weights, size)
}

type Row = { ids: readonly number[]; right: readonly boolean[] }

function step(weights: Float64Array, moved: Float64Array, { ids, right }: Row, { rate, decay }: LearningOptions): void {
  const size = right.length
  const scale = 1 / Math.sqrt(ids.length)
  const scores = new Float64Array(size)
  for (const id of ids)
    for (let k = 0; k < size; k++) scores[k] = (scores[k] ?? 0) + (weights[id * size + k] ?? 0) * scale
  const chances = toChances(scores)
  let mass = 0
  for (let k = 0; k < size; k++) if (right[k]) mass += chances[k] ?? 0
  for (let k = 0; k < size; k++) {
    const chance = chances[k] ?? 0
    const slope = (chance - (right[k] ? chance / mass : 0)) * scale
    for (const id of ids) {
      const place = id * size + k
      const weight = weights[place] ?? 0
      const gradient = slope + decay * weight
      const sum = (moved[place] ?? 0) + gradient * gradient
      moved[place] = sum
      weights[place] = weight - (rate * gradient) / Math.sqrt(sum)
    }
  }
}

/** Probabilities of classes from their scores; they sum to 1. */
function toChances(scores: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  let sum = 0
  for (let k = 0; k < scores.length; k++) {
    const power = Math.exp((scores[k] ?? 0) - highest)
    scores[k] = power
    sum += power
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / sum
  return scores
}

function frequentFeatures(examples: readonly Example[], { fewest }: LearningOptions): string[] {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const name of new Set(features)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const fewestOf = (name: string) => {
    if (name.includes(' ') && !name.startsWith('s:')) return name.startsWith('g:') ? fewest.groups : fewest.pair
    return name.startsWith('1:') ? fewest.first : fewest.word
  }
  return [...counts]
    .filter(([name, count]) => count >= fewestOf(name))
    .map(([name]) => name)
    .sort()
}

/** The numbers below `size` in a pseudorandom order that is the same for the same pass. */
function shuffled(size: number, pass: number): number[] {
  const order = Array.from({ length: size }, (_, index) => index)
  let state = 2_463_534_242 + pass
  for (let at = size - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const [one, two] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = two
    order[other] = one
  }
  return order
}

function toWeights(names: readonly string[], weights: Float64Array, size: number): KindWeights {
  const kept: KindWeights = {}
  for (const [id, name] of names.entries()) {
    const row = Array.from(weights.slice(id * size, (id + 1) * size), (weight) => Math.round(weight * SCALE))
    if (row.some((weight) => Math.abs(weight) >= SMALLEST)) kept[name] = row
  }
  return kept
}

/** Tenths; a feature whose weights are all smaller is dropped. */
const SMALLEST = 8
