import { availableParallelism, loadavg } from 'node:os'
import { resolve } from 'node:path'
import type { Figure } from './goals.ts'
import { measureBulk, measureOperations } from './operations.ts'
import { formatSize, readBenchOptions } from './options.ts'
import { measureProcess } from './process.ts'
import { formatTable, summarise } from './table.ts'
import { openGenerated, withFolder } from './workspace.ts'

/**
 * Speed against raw SQLite on the same rows, in the same run. Everything happens in temporary folders; nothing is kept.
 */
async function measureSize(size: number, entry: string): Promise<Figure[]> {
  return withFolder(async (dir) => {
    const bench = await openGenerated(dir, size)
    const figures = await measureOperations(bench, size)
    figures.push(...(await measureBulk(bench, size)))
    await bench.close()
    return [...figures, ...(await measureProcess(entry, dir, size))]
  })
}

/** A line that warns when other work on the machine makes the figures worse than they are, else ''. */
function busyNote(): string {
  const [load = 0] = loadavg()
  const cores = availableParallelism()
  return load > cores / 2 ? `\nThe machine was busy before the start (load ${load.toFixed(1)}, ${cores} cores).` : ''
}

async function main(): Promise<number> {
  const options = readBenchOptions(process.argv.slice(2))
  if ('text' in options) {
    console.error(options.text)
    return options.code
  }
  const note = busyNote()
  const figures: Figure[] = []
  for (const size of options.sizes) {
    console.error(`${formatSize(size)}...`)
    figures.push(...(await measureSize(size, resolve(options.entry))))
  }
  if (options.json) console.log(JSON.stringify(figures, null, 2))
  else console.log(`${formatTable(figures)}\n\n${summarise(figures)}${note}`)
  return 0
}

process.exitCode = await main()
