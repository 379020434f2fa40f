import { drawNormal, drawWait, type Random } from '#shared/domain/chance/random.ts'

/** How a life goes, month by month. */
export const SHAPES = ['steady', 'seasonal', 'burn-out', 'bursts', 'new jobs'] as const
export type Shape = (typeof SHAPES)[number]

/** Months a person is watched at most: what is not there by then takes a life. */
export const LIFE = 720

export const between = ({ next }: Random, from: number, to: number): number => from + next() * (to - from)

/** How many events of a Poisson process of this mean. */
export function poisson(random: Random, mean: number): number {
  let count = 0
  for (let time = drawWait(random, 1); time < mean; time += drawWait(random, 1)) count += 1
  return count
}

function seasonal(random: Random): number[] {
  const phase = random.next() * 12
  const depth = between(random, 0.5, 1)
  return Array.from({ length: LIFE }, (_, month) => 1 + depth * Math.sin((2 * Math.PI * (month + phase)) / 12))
}

/** A year or two of work, a collapse, months of nothing, a slow return. */
function burnOut(random: Random): number[] {
  const pace: number[] = []
  while (pace.length < LIFE) {
    const work = Math.round(between(random, 9, 24))
    const pause = Math.round(between(random, 2, 6))
    for (let month = 0; month < work; month += 1) pace.push(1.2)
    pace.push(0.6, ...Array.from({ length: pause }, () => 0), 0.3, 0.6, 0.9)
  }
  return pace.slice(0, LIFE)
}

/** Quiet months, and bursts of one to three months with most of the work. */
function bursts(random: Random): number[] {
  const pace: number[] = []
  while (pace.length < LIFE) {
    const quiet = 1 + Math.floor(drawWait(random, 4))
    for (let month = 0; month < quiet; month += 1) pace.push(0.2)
    const burst = random.integer(1, 3)
    for (let month = 0; month < burst; month += 1) pace.push(between(random, 1.5, 5))
  }
  return pace.slice(0, LIFE)
}

/** A new job every two years or so; each has a pace of its own, and its first two months go to finding one's feet. */
function newJobs(random: Random): number[] {
  const pace: number[] = []
  while (pace.length < LIFE) {
    const own = Math.exp(0.55 * drawNormal(random))
    const length = 6 + Math.round(drawWait(random, 22))
    for (let month = 0; month < length; month += 1) pace.push(month < 2 ? own * 0.4 : own)
  }
  return pace.slice(0, LIFE)
}

/** The pace of every month of a life; its mean over many lives is about 1. */
export function makePace(shape: Shape, random: Random): number[] {
  switch (shape) {
    case 'steady':
      return Array.from({ length: LIFE }, () => 1)
    case 'seasonal':
      return seasonal(random)
    case 'burn-out':
      return burnOut(random)
    case 'bursts':
      return bursts(random)
    case 'new jobs':
      return newJobs(random)
  }
}
