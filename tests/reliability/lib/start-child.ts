import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Builds the child and the app's threads as the app is built: a process that is killed runs what users run. */
export async function buildChild(): Promise<{ file: string; remove: () => void }> {
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
          'store-worker': resolve(ROOT, 'src/main/store/store-worker.ts'),
          'exchange-worker': resolve(ROOT, 'src/main/features/exchange/exchange-worker.ts'),
        },
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return { file: resolve(outDir, 'child.js'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}

export interface Child {
  process: ChildProcess
  /** What it has said so far, by kind. */
  said: Map<string, string[]>
  /** Resolves once it has said a line of this kind; also when it ends without. */
  hears(kind: string): Promise<void>
  /** Resolves when it is gone and everything it said has been read. */
  gone: Promise<void>
  errors(): string
}

export function startChild(file: string, args: string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env }, stdio: 'pipe' })
  const said = new Map<string, string[]>()
  const waiting = new Map<string, () => void>()
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const space = line.indexOf(' ')
    const kind = line.slice(0, space)
    said.set(kind, [...(said.get(kind) ?? []), line.slice(space + 1)])
    waiting.get(kind)?.()
  })
  const gone = Promise.all([once(child, 'close'), once(lines, 'close')]).then(() => {
    for (const wake of waiting.values()) wake()
  })
  const hears = (kind: string) =>
    new Promise<void>((wake) => {
      if (said.has(kind)) wake()
      else waiting.set(kind, wake)
    })
  return { process: child, said, hears, gone, errors: () => errors }
}

/** Kills a child without warning, `delay` milliseconds after it first said `kind`, and waits until it is gone. */
export async function killAfter(child: Child, kind: string, delay: number): Promise<void> {
  await child.hears(kind)
  await new Promise((wake) => setTimeout(wake, delay))
  child.process.kill('SIGKILL')
  await child.gone
}
