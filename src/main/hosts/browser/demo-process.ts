import { type ChildProcess, spawn } from 'node:child_process'
import { writeOptions } from '#main/hosts/options.ts'
import { waitForDemo } from '#main/hosts/start-demo.ts'
import type { Language } from '#shared/model/common.ts'
import { refuse } from '#shared/model/failure.ts'
import { ShowAnswer } from '#shared/model/owner.ts'

export interface DemoProcessOptions {
  /** The built entry of the browser host. */
  entry: string
  /** Absolute path of the workspace beside which the demo has its folder. */
  dir: string
  complain(line: string): void
}

export interface DemoProcess {
  /** Starts the demo, or asks the one that runs already for a fresh address. */
  open(language: Language): Promise<ShowAnswer>
  /** Ends what was started, in good order. */
  close(): Promise<void>
}

/** The command line of the demo beside a workspace. */
export function demoArguments(dir: string, language: Language): string[] {
  const asked = { port: null, restore: null, browser: true, sandbox: true }
  return writeOptions({ ...asked, open: false, dataDir: dir, demo: true, language })
}

/** The address stands alone on its line. */
function readAddress(line: string): ShowAnswer | null {
  return ShowAnswer.safeParse({ kind: 'address', address: line.trim() }).data ?? null
}

/** Runs the demo in processes of their own that end with this one: see `endWithOpener`. */
export function createDemoProcess({ entry, dir, complain }: DemoProcessOptions): DemoProcess {
  const running = new Set<ChildProcess>()
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const start = async (language: Language): Promise<ShowAnswer> => {
    if (isClosed) refuse('demo-unavailable')
    const child = spawn(process.execPath, [entry, ...demoArguments(dir, language)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    running.add(child)
    for (const end of ['error', 'exit'] as const) child.once(end, () => running.delete(child))
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      said += said.length < 10_000 ? part : ''
      complain(part.trimEnd())
    })
    return waitForDemo({ child, read: readAddress, complaint: () => said })
  }
  return {
    open: (language) => {
      // One after the other, so that the second finds the first one running.
      const opened = last.then(() => start(language))
      last = opened.catch(() => {})
      return opened
    },
    close: async () => {
      isClosed = true
      await Promise.all([...running].map(endChild))
    },
  }
}

/** Milliseconds a demo has for ending in good order. Killed, it loses nothing that was saved. */
const END_TIME = 3000

/** Lets go of the channel by which the child knows that this process lives, and waits until it has ended. */
function endChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), END_TIME)
    // Once the channel was closed from here, `close` never comes.
    child.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    if (child.connected) child.disconnect()
  })
}
