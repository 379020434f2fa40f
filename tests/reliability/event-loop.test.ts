import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp } from '#main/app/create-app.ts'
import type { KursApp } from '#main/app/kurs-app.ts'
import { fillSynthetic } from '#main/features/demo/synthetic-store.ts'
import { importReceived, previewArchive, receiveArchive } from '#main/features/exchange/archive/archive-jobs.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { openSample } from '../fixtures/sample-workspace.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, TIMEOUT } from './lib/random.ts'

const LINES = IS_FULL ? 100_000 : 1_000

/**
 * Milliseconds of the processor that the thread which answers may work on one thing. In the short run most of it is the
 * compiling and collecting of a process that has just begun (up to 43 ms were seen), which has nothing to do with the lines.
 */
const LONGEST = IS_FULL ? 50 : 100

/** Requests until what answers them is compiled. */
const WARM = 20

const TODAY = '2026-11-18'
const clock = () => new Date(`${TODAY}T20:00:00`).getTime()

let root: string
let file: string
const running: { workspace: Workspace; app: KursApp }[] = []

async function start(name: string): Promise<{ workspace: Workspace; app: KursApp }> {
  const workspace = openSample(join(root, name), clock)
  const reportDefect = (error: unknown) => {
    throw error
  }
  const options = { rendererDir: root, clock, version: '0', powers: {}, host: 'browser' as const, reportDefect }
  const app = await createApp({ workspace, ...options })
  workspace.backups.stop()
  running.push({ workspace, app })
  return { workspace, app }
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kurs-loop-'))
  file = join(root, 'archive.json')
})

afterAll(async () => {
  for (const { workspace, app } of running) {
    await app.close()
    workspace.close()
  }
  rmSync(root, { recursive: true })
})

/**
 * The longest this thread worked on one thing while `work` ran. The processor's time is what counts: on a busy machine the clock
 * shows how long others had it. What the collector of memory took is left out: V8 chooses when it runs, and on a machine that is
 * short of memory the system needs a tenth of a second to take back what it frees.
 */
async function measure<T>(what: string, work: () => Promise<T>): Promise<T> {
  let last = process.threadCpuUsage()
  let from = performance.now()
  const stretches: { from: number; to: number; work: number }[] = []
  const look = () => {
    const { user, system } = process.threadCpuUsage(last)
    const to = performance.now()
    stretches.push({ from, to, work: (user + system) / 1000 })
    last = process.threadCpuUsage()
    from = to
  }
  const collections: PerformanceEntry[] = []
  const collector = new PerformanceObserver((list) => collections.push(...list.getEntries()))
  collector.observe({ entryTypes: ['gc'] })
  const timer = setInterval(look, 1)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  try {
    return await work()
  } finally {
    delay.disable()
    clearInterval(timer)
    // The collector's entries come a turn after it.
    await setImmediate()
    await setImmediate()
    collections.push(...collector.takeRecords())
    collector.disconnect()
    const collecting = (stretch: { from: number; to: number }) =>
      collections
        .filter(({ startTime }) => startTime >= stretch.from && startTime < stretch.to)
        .reduce((sum, { duration }) => sum + duration, 0)
    const longest = Math.max(0, ...stretches.map((stretch) => stretch.work - collecting(stretch)))
    const withCollector = Math.max(0, ...stretches.map(({ work }) => work))
    const [clocked, cpu] = [(delay.max / 1e6).toFixed(0), longest.toFixed(0)]
    noteFigures(`longest hold of the main thread: ${what}`, LINES, `${cpu} ms of work, ${clocked} ms by the clock`)
    expect(longest, what).toBeLessThan(LONGEST)
    expect(withCollector, `${what}, with the collector`).toBeLessThan(3 * LONGEST)
  }
}

async function firstPage(app: KursApp): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ json: { filter: {}, limit: 50 } })
  const answer = await app.fetch(new Request('http://kurs/rpc/journal/page', { method: 'POST', headers, body }))
  expect(answer.status).toBe(200)
  await answer.text()
}

/** Asks for the journal again and again while `work` runs; answers how often. */
async function whileAsking(app: KursApp, work: Promise<unknown>): Promise<number> {
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  let times = 0
  while (!isDone) {
    await firstPage(app)
    times += 1
    await new Promise((wake) => setTimeout(wake, 20))
  }
  await done
  return times
}

it('nothing keeps the host from answering while an archive is exported, imported and backed up', {
  timeout: TIMEOUT,
}, async () => {
  const source = await start('source')
  fillSynthetic(source.workspace.store, { activities: LINES, years: 10, seed: 1, language: 'ru', today: TODAY })
  // What is loaded and compiled once is no part of it.
  for (let times = 0; times < WARM; times++) await firstPage(source.app)
  await measure('export of an archive', async () => {
    const answer = await source.app.fetch(new Request('http://kurs/export/archive'))
    const handle = await open(file, 'w')
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) await handle.writeFile(piece)
    await handle.close()
  })
  await measure('backup', () => source.workspace.backups.make('manual'))
  const { workspace, app } = await start('target')
  for (let times = 0; times < WARM; times++) await firstPage(app)
  const { uploadId } = await measure('an archive that comes in', () =>
    receiveArchive(workspace.dir, createReadStream(file)),
  )
  await measure('look into an archive', () => whileAsking(app, previewArchive(workspace, uploadId)))
  await measure('import of an archive', async () => {
    expect(await whileAsking(app, importReceived(workspace, uploadId))).toBeGreaterThan(2)
  })
  await firstPage(app)
})
