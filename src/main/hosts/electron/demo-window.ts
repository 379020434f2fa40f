import { spawn } from 'node:child_process'
import { DESKTOP_STEPS, type Launch } from '#main/hosts/launch.ts'
import { writeOptions } from '#main/hosts/options.ts'
import { waitForDemo } from '#main/hosts/start-demo.ts'
import type { Language } from '#shared/model/common.ts'
import type { ShowAnswer } from '#shared/model/owner.ts'

export interface DemoCommand {
  path: string
  args: string[]
}

/** How a person would launch the demo beside this workspace a second time: with the same Electron, on the same app. */
export function demoCommand(
  { options, dir, entry }: Pick<Launch, 'options' | 'dir' | 'entry'>,
  electron: { path: string; isPackaged: boolean },
  language: Language,
): DemoCommand {
  const asked = { ...options, dataDir: dir, demo: true, language, restore: null, port: null }
  // A packaged Electron knows its app by itself.
  return { path: electron.path, args: [...(electron.isPackaged ? [] : [entry]), ...writeOptions(asked)] }
}

/** Opens a window of its own for the demo; it has its own profile and lock, and stays when this one is closed. */
export function openDemoWindow({ path, args }: DemoCommand): Promise<ShowAnswer> {
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  child.unref()
  const read = (line: string): ShowAnswer | null => (line.trim() === DESKTOP_STEPS.ready ? { kind: 'shown' } : null)
  // It tells its failures in a dialog of its own.
  return waitForDemo({ child, read, complaint: () => '' })
}
