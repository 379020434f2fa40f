import type { Sample, Variant } from './measure.ts'

/** What an operation is held to, as PERFORMANCE.md has it; what is absent is not asked. */
export interface Goal {
  /** Milliseconds at a size, of the fastest variant measured, raw left out. */
  at?: { [size: number]: number }
  /** 99 of 100 runs through the contract are done in this many milliseconds. */
  p99?: number
  /** Store function, times raw. */
  ratio?: number
  /** Milliseconds the contract may add to raw. */
  extra?: number
  /** Megabytes. */
  megabytes?: number
}

export interface Figure {
  size: number
  operation: string
  unit: 'ms' | 'MB'
  samples: { [Name in Variant]?: Sample }
  goal: Goal
}

/** One goal of a figure and whether it is met. */
export interface Verdict {
  text: string
  met: boolean
}

const round = (value: number) => Number(value.toPrecision(3))

/** The goals that apply to a figure. */
export function judge({ size, samples, goal, unit }: Figure): Verdict[] {
  const { raw, store, contract } = samples
  const own = store ?? contract
  const verdicts: Verdict[] = []
  const limit = goal.at?.[size]
  if (limit !== undefined && own !== undefined) verdicts.push({ text: `<= ${limit} ${unit}`, met: own.p50 <= limit })
  if (goal.p99 !== undefined && contract !== undefined)
    verdicts.push({ text: `p99 <= ${goal.p99} ms`, met: contract.p99 <= goal.p99 })
  if (goal.ratio !== undefined && raw !== undefined && store !== undefined)
    verdicts.push({ text: `store <= ${goal.ratio}x`, met: store.p50 <= raw.p50 * goal.ratio })
  if (goal.extra !== undefined && raw !== undefined && contract !== undefined)
    verdicts.push({ text: `contract <= +${goal.extra} ms`, met: contract.p50 <= raw.p50 + goal.extra })
  if (goal.megabytes !== undefined && own !== undefined)
    verdicts.push({ text: `<= ${goal.megabytes} MB`, met: own.p50 <= goal.megabytes })
  return verdicts
}

/** Store function against raw, null where one of them was not measured. */
export function ratioOf({ samples: { raw, store } }: Figure): number | null {
  return raw === undefined || store === undefined ? null : round(store.p50 / raw.p50)
}
