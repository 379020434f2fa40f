import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { WORKERS } from '../../../scripts/lib/workers.mjs'
import { findBuilt } from './built.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

/**
 * Builds the child and the app's threads as the app is built, unless that was done for the whole run: a process that is killed
 * runs what users run.
 */
export async function buildChild(): Promise<{ file: string; host: string; browser: string; remove: () => void }> {
  const built = findBuilt()
  if (built !== null) return { ...built.child, remove: () => {} }
  const outDir = resolve(ROOT, '.cache', `reliability-${process.pid}`)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      rolldownOptions: {
        input: {
          child: resolve(ROOT, 'tests/reliability/lib/child.ts'),
          host: resolve(ROOT, 'tests/reliability/lib/host.ts'),
          browser: resolve(ROOT, 'src/main/browser.ts'),
          ...WORKERS,
        },
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  const [file = '', host = '', browser = ''] = ['child.js', 'host.js', 'browser.js'].map((name) =>
    resolve(outDir, name),
  )
  return { file, host, browser, remove: () => rmSync(outDir, { recursive: true, force: true }) }
}

export interface Child {
  process: ChildProcess
  /** What it has said so far, by kind. */
  said: Map<string, string[]>
  /** Resolves once it has said as many lines of this kind; also when it ends without. */
  hears(kind: string, times?: number): Promise<void>
  /** Resolves when it is gone and everything it said has been read. */
  gone: Promise<void>
  errors(): string
}

export function startChild(file: string, args: string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env }, stdio: 'pipe' })
  const said = new Map<string, string[]>()
  const waiting = new Set<() => void>()
  let errors = ''
  let isGone = false
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const space = line.indexOf(' ')
    const kind = line.slice(0, space)
    said.set(kind, [...(said.get(kind) ?? []), line.slice(space + 1)])
    for (const look of waiting) look()
  })
  const gone = Promise.all([once(child, 'close'), once(lines, 'close')]).then(() => {
    isGone = true
    for (const look of waiting) look()
  })
  const hears = (kind: string, times = 1) =>
    new Promise<void>((wake) => {
      const look = () => {
        if (!isGone && (said.get(kind)?.length ?? 0) < times) return
        waiting.delete(look)
        wake()
      }
      waiting.add(look)
      look()
    })
  return { process: child, said, hears, gone, errors: () => errors }
}

/** Kills a child without warning, `delay` milliseconds after it said `kind` so many times, and waits until it is gone. */
export async function killAfter(child: Child, kind: string, delay: number, times = 1): Promise<void> {
  await child.hears(kind, times)
  await new Promise((wake) => setTimeout(wake, delay))
  child.process.kill('SIGKILL')
  await child.gone
}
