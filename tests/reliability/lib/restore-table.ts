import { cpSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import { createItem } from '#main/store/engine/items.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { afterKill } from './after-kill.ts'
import type { Tool } from './c-tools.ts'
import type { Fault, Met } from './faults.ts'
import { expectSound, Scene } from './scene.ts'

/** Every line of the journal with its text: two states of a workspace never look alike, and no mixture like either. */
const contentOf = ({ store: { sqlite } }: Pick<Workspace, 'store'>): string[] =>
  sqlite
    .prepare<[], string>("SELECT uid || ' ' || activity.title FROM activity JOIN item USING (id) ORDER BY uid")
    .pluck()
    .all()

const SAVES = 3

/** A workspace with a backup of an earlier state of it, set up once and laid out anew for each attempt to restore it. */
export class RestoreTable {
  readonly scene: Scene
  readonly #template: string
  #backup = ''
  /** What the workspace holds before the restore, and what the backup holds. */
  #present: string[] = []
  #earlier: string[] = []

  constructor(host: string, tool: Tool | null) {
    this.scene = new Scene(host, tool)
    this.#template = join(this.scene.root, 'template')
  }

  async setUp(): Promise<void> {
    const { scene } = this
    await scene.start()
    const { client } = scene.host
    const edited = await scene.keepLine()
    for (let index = 0; index < 5; index++) await scene.keepLine()
    this.#backup = (await client.backups.make({})).name
    this.#earlier = await afterKill(scene.dir, contentOf)
    await client.journal.update({ uid: edited, patch: { title: 'edited since' } })
    await client.journal.remove({ uid: await scene.keepLine() })
    for (let index = 0; index < 3; index++) await scene.keepLine()
    this.#present = await afterKill(scene.dir, contentOf)
    await scene.kill()
    cpSync(scene.dir, this.#template, { recursive: true, filter: (file) => basename(file) !== 'owner.json' })
  }

  async #begin(): Promise<void> {
    await this.scene.kill()
    rmSync(this.scene.dir, { recursive: true, force: true })
    cpSync(this.#template, this.scene.dir, { recursive: true })
    expect(await this.scene.start()).toEqual({ kind: 'opened' })
  }

  /** Restores; answers whether it was done. Throws what is no typed answer. */
  async #restore(): Promise<boolean> {
    try {
      await this.scene.host.client.backups.restore({ name: this.#backup })
      return true
    } catch (error) {
      if (error instanceof ORPCError && ['STORAGE', 'REFUSED'].includes(error.code)) return false
      throw error
    }
  }

  /** How often each call is made, and how many steps there are, when nothing fails. */
  async count(): Promise<Met> {
    await this.#begin()
    this.scene.faults.count()
    expect(await this.#restore()).toBe(true)
    return this.scene.faults.disarm()
  }

  /**
   * A restore while something fails, then saves that are acknowledged, then a kill: what was answered is what there is.
   * `during` makes it fail and answers how to end that.
   */
  async fail(during: () => Promise<() => Promise<boolean>>): Promise<boolean> {
    await this.#begin()
    const end = await during()
    const isDone = await this.#restore()
    const isMet = await end()
    const saved: string[] = []
    for (let index = 0; index < SAVES; index++) {
      const fields = { title: `after ${index}`, day: '2026-11-02' }
      const { uid } = await this.scene.host.client.journal.create({ uid: uuidv7(), fields })
      saved.push(`${uid} after ${index}`)
    }
    expect(this.scene.host.defects).toEqual([])
    await this.scene.kill()
    await afterKill(this.scene.dir, (workspace) => {
      expectSound(workspace)
      expect(contentOf(workspace)).toEqual([...(isDone ? this.#earlier : this.#present), ...saved].sort())
      if (isDone) this.#expectWayBack(workspace)
    })
    return isMet
  }

  failAt(fault: Fault): Promise<boolean> {
    return this.fail(async () => {
      this.scene.faults.arm(fault)
      return async () => this.scene.faults.disarm().failed > 0
    })
  }

  /**
   * A restore whose process dies before a step, also one in which something fails; then saves, another kill, another start.
   * Answers whether it came to that step.
   */
  async killAt(step: number, fault: Fault | null): Promise<boolean> {
    await this.#begin()
    this.scene.faults.arm(fault, step)
    await this.#restore().catch(() => {})
    const isDead = !this.scene.host.isAlive()
    this.scene.faults.disarm()
    await this.scene.kill()
    const expected = await afterKill(this.scene.dir, async (workspace) => {
      expectSound(workspace)
      const content = contentOf(workspace)
      const isRestored = content.join() === this.#earlier.join()
      if (!isRestored) expect(content).toEqual(this.#present)
      if (isRestored) this.#expectWayBack(workspace)
      const saved = Array.from({ length: SAVES }, (_, index) => {
        const fields = { title: `after ${index}`, day: '2026-11-02' }
        return `${createItem(workspace.store, activityEntity, { fields }).uid} after ${index}`
      })
      const next = await afterKill(workspace.dir, contentOf)
      expect(next).toEqual([...content, ...saved].sort())
      return next
    })
    expect(expected.length).toBeGreaterThan(SAVES)
    return isDead
  }

  /** The backup that takes the restore back holds everything that stood there. */
  #expectWayBack(workspace: Workspace): void {
    const undo = workspace.backups.list().find(({ reason, verified }) => verified && reason === 'before-restore')
    expect(undo?.items).toBe(this.#present.length)
  }

  close(): Promise<void> {
    return this.scene.close()
  }
}
