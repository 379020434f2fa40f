import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { refuse } from '#shared/model/failure.ts'
import type { ShowAnswer } from '#shared/model/owner.ts'

/** Milliseconds for the demo to start in; the first time its three years are played. */
const PATIENCE = 60_000

/** Characters of a complaint that are told. */
const KEPT = 500

export interface DemoStart {
  /** The process of the demo, with its stdout piped. */
  child: ChildProcess
  /** What a line of it says about the demo being there; null when it says something else. */
  read(line: string): ShowAnswer | null
  /** What it complained about so far. */
  complaint(): string
  patience?: number
}

/**
 * Waits until the demo is there. A process that ends well without saying so has brought another one to the front. Rejects with
 * REFUSED when it cannot start or says nothing for too long; then it is ended.
 */
export async function waitForDemo({ child, read, complaint, patience = PATIENCE }: DemoStart): Promise<ShowAnswer> {
  const { promise, resolve } = Promise.withResolvers<ShowAnswer | null>()
  const timer = setTimeout(() => {
    child.kill('SIGKILL')
    resolve(null)
  }, patience)
  // Nobody waits any longer when this process ends meanwhile.
  timer.unref()
  // Whatever else it says is read too: a full pipe would stop it.
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const answer = read(line)
      if (answer !== null) resolve(answer)
    })
  }
  child.once('error', () => resolve(null))
  child.once('close', (code) => resolve(code === 0 ? { kind: 'shown' } : null))
  const answer = await promise
  clearTimeout(timer)
  return answer ?? refuse('demo-unavailable', complaint().trim().split('\n')[0]?.slice(0, KEPT))
}
