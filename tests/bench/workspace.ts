import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#main/app/create-app.ts'
import type { KursApp } from '#main/app/kurs-app.ts'
import { fillSynthetic } from '#main/features/demo/synthetic-store.ts'
import { openDatabase, type Store } from '#main/store/engine/database.ts'
import { migrate } from '#main/store/engine/migrate.ts'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'

/** The day the invented data ends; fixed, so that every run measures the same rows. */
export const TODAY = '2026-11-18'
export const YEARS = 10
const CLOCK = () => new Date(`${TODAY}T20:00:00`).getTime()

export interface BenchWorkspace {
  dir: string
  workspace: Workspace
  app: KursApp
  close(): Promise<void>
}

/** A temporary folder, gone when `use` has ended, however it ends. */
export async function withFolder<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'kurs-bench-'))
  try {
    return await use(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Ten years of invented data with the app on top, in a folder. */
export async function openGenerated(dir: string, activities: number): Promise<BenchWorkspace> {
  const opened = openWorkspace(dir, 'cli', CLOCK)
  if (opened.kind !== 'open') throw new Error(opened.kind)
  const { workspace } = opened
  fillSynthetic(workspace.store, { activities, years: YEARS, seed: 1, language: 'ru', today: TODAY })
  const app = await createApp({
    workspace,
    rendererDir: dir,
    version: 'bench',
    powers: {},
    host: 'browser',
    reportDefect: (error) => {
      throw error
    },
  })
  workspace.backups.stop()
  const close = async () => {
    await app.close()
    workspace.close()
  }
  return { dir, workspace, app, close }
}

/** An empty database without the app around it. */
export function openEmpty(dir: string, name: string): Store {
  const store = openDatabase(join(dir, name), CLOCK)
  migrate(store.sqlite)
  return store
}

/** Calls a procedure as the page does, and reads the whole answer. */
export function callerOf({ app }: BenchWorkspace): (path: string, input: object) => Promise<unknown> {
  return async (path, input) => {
    const response = await app.fetch(
      new Request(`http://kurs/rpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: input }),
      }),
    )
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`)
    return JSON.parse(text)
  }
}
