import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownerFetch } from '#main/hosts/socket/owner-fetch.ts'
import { OwnerInfo } from '#shared/model/owner.ts'
import type { Figure } from './goals.ts'
import { toSample } from './measure.ts'

const ROUNDS = 7

/** Resolves with the first line of output that begins so. */
function waitForLine(child: ChildProcess, beginning: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (part) => {
      text += String(part)
      const line = text.split('\n').find((one) => one.startsWith(beginning) && text.includes(`${one}\n`))
      if (line !== undefined) resolve(line)
    })
    child.on('exit', (code) => reject(new Error(`The browser host ended with code ${code}: ${text}`)))
  })
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()))

async function timeBareNode(): Promise<number> {
  const started = performance.now()
  await ended(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }))
  return performance.now() - started
}

async function withHost<T>(entry: string, dir: string, use: (child: ChildProcess, address: string) => Promise<T>) {
  const child = spawn(process.execPath, [entry, '--no-open', '--data-dir', dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    return await use(child, await waitForLine(child, 'http://127.0.0.1:'))
  } finally {
    const over = ended(child)
    child.kill('SIGTERM')
    await over
  }
}

/** From the start of the process to its first answer. */
async function timeStart(entry: string, dir: string): Promise<number> {
  const started = performance.now()
  return withHost(entry, dir, async (_child, address) => {
    await (await fetch(address)).text()
    return performance.now() - started
  })
}

/** Resident memory in megabytes, null where the system does not tell. */
function residentMegabytes(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))
  return found === null ? null : Number(found[1]) / 1024
}

/** Memory after what an evening asks for: the overview, pages of the journal, searches. */
async function measureMemory(entry: string, dir: string): Promise<number | null> {
  return withHost(entry, dir, async (child) => {
    const { endpoint } = OwnerInfo.parse(JSON.parse(readFileSync(join(dir, 'owner.json'), 'utf8')))
    if (endpoint === null) return null
    const ask = ownerFetch(endpoint)
    const call = (path: string, input: object) => {
      const headers = { 'content-type': 'application/json' }
      return ask(
        new Request(`http://kurs/rpc/${path}`, { method: 'POST', headers, body: JSON.stringify({ json: input }) }),
      )
    }
    for (let round = 0; round < 20; round += 1) {
      await call('overview/get', {})
      await call('journal/page', { filter: {}, limit: 50 })
      await call('search/find', { text: `система ${round}` })
      await call('skills/list', {})
    }
    return residentMegabytes(child.pid)
  })
}

/** The browser host on a workspace nobody has open: its start and its memory. */
export async function measureProcess(entry: string, dir: string, size: number): Promise<Figure[]> {
  const times = { bare: [] as number[], start: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(await timeBareNode())
    times.start.push(await timeStart(entry, dir))
  }
  const start: Figure = {
    size,
    operation: 'process start to first answer',
    unit: 'ms',
    samples: { raw: toSample(times.bare), contract: toSample(times.start) },
    goal: { extra: 60 },
  }
  const memory = await measureMemory(entry, dir)
  if (memory === null) return [start]
  const samples = { contract: { p50: memory, p99: memory } }
  return [start, { size, operation: 'memory of the browser host', unit: 'MB', samples, goal: { megabytes: 150 } }]
}
