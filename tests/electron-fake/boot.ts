import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Outgoing, QuestionName, Questions } from './messages.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The procedures that make an item: the caller says under which uid. */
export const MAKING = /\/(create|createDraft|capture|assess|start|choose\w+)$/

export interface FakeDesktop {
  /** Where a real browser finds what the desktop window would show. */
  origin: string
  /** Lines the app has printed. */
  lines: string[]
  /** What the app has complained about. */
  complaints: string[]
  ask<Name extends QuestionName>(name: Name, ask: Questions[Name]['ask']): Promise<Questions[Name]['answer']>
  /** Calls a procedure of the app as its page would; answers its output. */
  call(procedure: string, input: object): Promise<unknown>
  /** Called with what the host sends to its page. */
  onSend: (channel: string, args: unknown[]) => void
  /** Resolves with the exit code once the process has ended. */
  ended: Promise<number | null>
  /** Asks the process to end in good order, and resolves with its exit code. */
  stop(): Promise<number | null>
  /** Ends the process as a loss of power would. */
  kill(): Promise<number | null>
}

export interface BootOptions {
  dataDir: string
  /** Stands for the user's home folder, where Chromium's profile is kept. */
  home: string
  args?: string[]
  env?: Record<string, string>
}

/** Boots the built main bundle on the fake Electron, in a process of its own, until its window is ready. */
export async function bootDesktop(options: BootOptions): Promise<FakeDesktop> {
  const { child, desktop } = launchDesktop(options)
  const ready = new Promise<void>((resolveReady, reject) => {
    const check = () => {
      if (desktop.origin && desktop.lines.includes('kurs-ready')) resolveReady()
    }
    child.on('message', check)
    child.stdout?.on('data', check)
    desktop.ended.then((code) => reject(new Error(`Ended with ${code}: ${desktop.complaints.join('\n')}`)))
  })
  await ready
  return desktop
}

/** Starts the process without waiting for a window. */
export function launchDesktop({ dataDir, home, args = [], env = {} }: BootOptions) {
  const child = spawn(
    process.execPath,
    ['--import', join(ROOT, 'tests/electron-fake/register.ts'), 'out/main/electron.js', '--data-dir', dataDir, ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home, LANG: 'en_US.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  const desktop = controlOf(child)
  return { child, desktop }
}

function controlOf(child: ChildProcess): FakeDesktop {
  const open = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  let next = 1
  const desktop: FakeDesktop = {
    origin: '',
    lines: [],
    complaints: [],
    call: async (procedure, input) => {
      const answer = await fetch(`${desktop.origin}/rpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: MAKING.test(procedure) ? { uid: uuidv7(), ...input } : input }),
      })
      const { json } = (await answer.json()) as { json: unknown }
      if (!answer.ok) throw new Error(`${procedure} answers ${answer.status}: ${JSON.stringify(json)}`)
      return json
    },
    onSend: () => {},
    ended: new Promise((resolveEnd) => {
      child.once('exit', resolveEnd)
    }),
    ask: (name, ask) =>
      new Promise((resolveAnswer, reject) => {
        open.set(next, { resolve: resolveAnswer, reject })
        child.send({ id: next++, name, ask })
      }),
    stop: () => {
      child.kill('SIGTERM')
      return desktop.ended
    },
    kill: () => {
      child.kill('SIGKILL')
      return desktop.ended
    },
  }
  const collect = (lines: string[]) => (part: Buffer) => void lines.push(...part.toString().split('\n').filter(Boolean))
  child.stdout?.on('data', collect(desktop.lines))
  child.stderr?.on('data', collect(desktop.complaints))
  child.on('message', (message: Outgoing) => {
    switch (message.kind) {
      case 'serving':
        desktop.origin = message.origin
        return
      case 'send':
        desktop.onSend(message.channel, message.args)
        return
      case 'answer':
        open.get(message.id)?.resolve(message.answer as never)
        return
      case 'failure':
        open.get(message.id)?.reject(new Error(message.error))
    }
  })
  return desktop
}

/** A folder for one test, removed by `remove`. Its path is short, because sockets stand in it. */
export function makeHome(): { home: string; remove(): void } {
  const home = mkdtempSync(join(tmpdir(), 'kurs-'))
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) }
}
