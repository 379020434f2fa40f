/** Milliseconds of many runs of one thing. */
export interface Sample {
  /** Half of the runs were faster. */
  p50: number
  p99: number
}

export type Variant = 'raw' | 'store' | 'contract'
export type Runs = { [Name in Variant]?: () => unknown }

/** Runs of each variant that are not counted: statements are compiled, code and pages become warm. */
const WARM_UP = 5

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function toSample(times: number[]): Sample {
  const sorted = times.toSorted((one, other) => one - other)
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}

/**
 * Times the variants of one operation in turn, so that whatever else the machine does at that moment falls on all of them
 * alike.
 */
export async function compare(runs: Runs, rounds: number): Promise<{ [Name in Variant]?: Sample }> {
  const names = (Object.keys(runs) as Variant[]).filter((name) => runs[name] !== undefined)
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]]))
  for (let round = -WARM_UP; round < rounds; round += 1)
    for (const name of names) {
      const started = performance.now()
      const result = runs[name]?.()
      // Store functions answer at once: waiting for them would count a turn of the event loop.
      if (result instanceof Promise) await result
      if (round >= 0) times[name]?.push(performance.now() - started)
    }
  return Object.fromEntries(names.map((name) => [name, toSample(times[name] ?? [])]))
}
