import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import { attachmentPath, hashFile } from '#main/store/files/attachment-files.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { backupPath } from '#main/store/safety/backup.ts'
import { findDamage, openReadOnly } from '#main/store/safety/integrity.ts'
import type { Tool } from './c-tools.ts'
import { Faults } from './faults.ts'
import { type Host, startHost } from './start-host.ts'

/** A workspace of its own with its host, and what was acknowledged in it so far. */
export class Scene {
  readonly root = mkdtempSync(join(tmpdir(), 'kurs-scene-'))
  readonly dir = join(this.root, 'workspace')
  /** uids that must be in the database. */
  readonly kept = new Set<string>()
  /** Number of attempts so far, for what is tried in turn. */
  turn = 0
  readonly #file: string
  readonly #faults: Faults | null
  /** What the host is started with beside its folder. */
  env: Record<string, string>
  #host: Host | null = null

  /** `file`: the built host. `tool`: loaded into it to make faults. */
  constructor(file: string, tool: Tool | null = null) {
    this.#file = file
    this.#faults = tool && new Faults(tool, join(this.root, 'orders'), this.dir)
    this.env = this.#faults?.env ?? {}
  }

  get faults(): Faults {
    if (this.#faults === null) throw new Error('This scene makes no faults')
    return this.#faults
  }

  get host(): Host {
    if (this.#host === null) throw new Error('No host is running')
    return this.#host
  }

  /** Starts the host on the folder; answers how that ended. */
  async start(): Promise<Host['start']> {
    this.#host = await startHost(this.#file, this.dir, this.env)
    return this.#host.start
  }

  async kill(): Promise<void> {
    await this.#host?.kill()
    this.#host = null
  }

  /** Adds a line that must never be lost again. */
  async keepLine(): Promise<string> {
    const fields = { title: 'kept', day: '2026-11-01', notes: 'k'.repeat(2000) }
    const { uid } = await this.host.client.journal.create({ uid: uuidv7(), fields })
    this.kept.add(uid)
    return uid
  }

  /** Empties the folder; the host must be gone. */
  wipe(): void {
    rmSync(this.dir, { recursive: true, force: true })
    this.kept.clear()
  }

  /** Whole, with every acknowledged item. */
  expectSound(workspace: Workspace): void {
    expectSound(workspace)
    const present = uidsOf(workspace)
    expect([...this.kept].filter((uid) => !present.has(uid))).toEqual([])
  }

  async close(): Promise<void> {
    await this.kill()
    this.#faults?.close()
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** The uids of everything in a workspace. */
export const uidsOf = ({ store }: Workspace): Set<string> =>
  new Set(store.sqlite.prepare<[], string>('SELECT uid FROM item').pluck().all())

/** The uids in a backup, which must be sound. */
export function uidsInBackup({ dir }: Pick<Workspace, 'dir'>, name: string): Set<string> {
  const sqlite = openReadOnly(backupPath(dir, name))
  try {
    expect(findDamage(sqlite, 'full')).toEqual([])
    return new Set(sqlite.prepare<[], string>('SELECT uid FROM item').pluck().all())
  } finally {
    sqlite.close()
  }
}

/** A whole database, with every attached file where its row says. */
export function expectSound({ store, dir }: Workspace): void {
  expect(findDamage(store.sqlite, 'full')).toEqual([])
  const hashes = store.sqlite.prepare<[], string>('SELECT hash FROM attachment').pluck().all()
  for (const hash of hashes) expect(hashFile(attachmentPath(dir, hash))).toBe(hash)
}
