import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** Numbers of activities to measure at. */
  sizes: number[]
  json: boolean
  /** The built browser host. */
  entry: string
}

const HELP = `npm run bench -- [--sizes 1k,10k,100k] [--json]

  --sizes   numbers of activities, with k or m for thousands and millions
  --json    the figures as JSON instead of a table`

const FACTORS: Record<string, number> = { '': 1, k: 1_000, m: 1_000_000 }

function parseSize(text: string): number | null {
  const [, digits, unit = ''] = /^(\d{1,7})([km]?)$/i.exec(text.trim()) ?? []
  const size = Number(digits) * (FACTORS[unit.toLowerCase()] ?? Number.NaN)
  return size >= 100 && size <= 10_000_000 ? size : null
}

/** Options of the bench; a text to show instead when there is nothing to run. */
export function readBenchOptions(args: string[]): BenchOptions | { code: 0 | 2; text: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        sizes: { type: 'string', default: '1k,10k,100k' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        // Given by `npm run bench`.
        entry: { type: 'string', default: 'out/main/browser.js' },
      },
    })
    if (values.help) return { code: 0, text: HELP }
    const sizes = values.sizes.split(',').map(parseSize)
    const known = sizes.filter((size) => size !== null)
    if (known.length < sizes.length) return { code: 2, text: `A size is 100 to 10m, not "${values.sizes}".` }
    return { sizes: known, json: values.json, entry: values.entry }
  } catch (error) {
    return { code: 2, text: error instanceof Error ? error.message : String(error) }
  }
}

/** `10000` as `10k`. */
export function formatSize(size: number): string {
  if (size % 1_000_000 === 0) return `${size / 1_000_000}m`
  return size % 1_000 === 0 ? `${size / 1_000}k` : String(size)
}
