import { describe, expect, it } from 'vitest'
import { type Figure, judge } from '../bench/goals.ts'
import { measureBulk, measureOperations } from '../bench/operations.ts'
import { readBenchOptions } from '../bench/options.ts'
import { formatTable, summarise } from '../bench/table.ts'
import { openGenerated, withFolder } from '../bench/workspace.ts'

const sample = (p50: number, p99 = p50) => ({ p50, p99 })

describe('options of the bench', () => {
  it('reads sizes', () => {
    expect(readBenchOptions([])).toMatchObject({ sizes: [1_000, 10_000, 100_000], json: false })
    expect(readBenchOptions(['--sizes', '500,2k,1M', '--json'])).toMatchObject({
      sizes: [500, 2_000, 1_000_000],
      json: true,
    })
  })

  it.each([
    ['--sizes', 'many'],
    ['--sizes', '1k,,2k'],
    ['--sizes', '5'],
    ['--size', '1k'],
  ])('refuses %s %s', (...args) => {
    expect(readBenchOptions(args)).toMatchObject({ code: 2 })
  })
})

describe('judge', () => {
  const figure: Figure = {
    size: 10_000,
    operation: 'page',
    unit: 'ms',
    samples: { raw: sample(1), store: sample(1.5), contract: sample(1.8, 9) },
    goal: { at: { 10000: 1.4, 100000: 99 }, ratio: 1.5, extra: 0.7, p99: 8 },
  }

  it('holds each variant to its own goal', () => {
    expect(judge(figure)).toEqual([
      { text: '<= 1.4 ms', met: false },
      { text: 'p99 <= 8 ms', met: false },
      { text: 'store <= 1.5x', met: true },
      { text: 'contract <= +0.7 ms', met: false },
    ])
  })

  it('asks nothing of what was not measured or has no goal at this size', () => {
    expect(judge({ ...figure, size: 1_000, samples: { store: sample(1.5) } })).toEqual([])
  })

  it('shows misses in the table and counts them', () => {
    expect(formatTable([figure])).toContain('MISS p99 <= 8 ms')
    expect(summarise([figure])).toBe('1 of 4 goals met')
  })
})

describe('the measurements', () => {
  it('run on a small workspace, each with figures', async () => {
    const figures = await withFolder(async (dir) => {
      const bench = await openGenerated(dir, 300)
      const measured = [...(await measureOperations(bench, 300, 0.02)), ...(await measureBulk(bench, 300))]
      await bench.close()
      return measured
    })
    expect(figures.map(({ operation }) => operation)).toContain('durable add')
    const times = figures.flatMap(({ samples }) => Object.values(samples).map(({ p50 }) => p50))
    expect(times.every((time) => time > 0)).toBe(true)
    expect(times.length).toBeGreaterThan(25)
  })
})
