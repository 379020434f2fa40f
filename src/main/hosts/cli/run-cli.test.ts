import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimWorkspace } from '#main/app/claim-workspace.ts'
import { createApp } from '#main/app/create-app.ts'
import { hostTexts } from '#main/hosts/host-texts.ts'
import { shareWorkspace } from '#main/hosts/socket/share-workspace.ts'
import type { CliCommand } from './cli-options.ts'
import { cliTexts } from './cli-texts.ts'
import { runCli } from './run-cli.ts'

let root: string
let said: string[]
let complained: string[]

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kurs-cli-'))
  said = []
  complained = []
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const dir = () => join(root, 'work')
const run = (command: CliCommand) =>
  runCli({
    command,
    language: 'en',
    t: cliTexts('en'),
    host: hostTexts('en'),
    terminal: { say: (line) => said.push(line), complain: (line) => complained.push(line) },
    version: '1.2.3',
    defaultDir: join(root, 'default'),
    clock: Date.now,
  })
const generate = (): CliCommand => ({ name: 'generate', dataDir: dir(), activities: 50, years: 1, seed: 3 })
const open = async () => {
  const claim = await claimWorkspace({ dir: dir(), host: 'browser', clock: Date.now, askOwner: async () => null })
  if (claim.kind !== 'open') throw new Error(claim.kind)
  return claim.workspace
}
const backups = () => readdirSync(join(dir(), 'backups')).filter((name) => name.endsWith('.sqlite'))

describe('kurs generate', () => {
  it('fills an empty folder once, and refuses a second time', async () => {
    expect(await run(generate())).toBe(0)
    expect(said.join()).toContain('50 activities')
    expect(await run(generate())).toBe(1)
    expect(complained.at(-1)).toContain(`There is data in ${dir()}`)
    const workspace = await open()
    expect(workspace.store.sqlite.prepare('SELECT count(*) AS n FROM activity').get()).toEqual({ n: 50 })
    workspace.close()
  })

  it('leaves a workspace alone that is open elsewhere', async () => {
    const workspace = await open()
    expect(await run(generate())).toBe(1)
    expect(complained).toEqual([`Kurs is open on ${dir()}. Choose another folder or close it.`])
    expect(workspace.store.sqlite.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 0 })
    workspace.close()
  })
})

describe('kurs backup', () => {
  it('makes no workspace where there is none', async () => {
    expect(await run({ name: 'backup', dataDir: null })).toBe(1)
    expect(complained).toEqual([`There is no workspace in ${join(root, 'default')}.`])
    expect(readdirSync(root)).toEqual([])
  })

  it('backs up a workspace nobody has open', async () => {
    await run(generate())
    expect(await run({ name: 'backup', dataDir: dir() })).toBe(0)
    expect(backups()).toHaveLength(1)
    expect(said.at(-1)).toContain(backups()[0])
    ;(await open()).close()
  })

  it('asks the process that has it open', async () => {
    await run(generate())
    const workspace = await open()
    const app = await createApp({
      workspace,
      rendererDir: root,
      version: '1',
      powers: {},
      host: 'browser',
    })
    const show = async () => ({ kind: 'shown' as const })
    const socket = await shareWorkspace({ workspace, app, show, onError: () => {} })
    expect(await run({ name: 'backup', dataDir: dir() })).toBe(0)
    expect(backups()).toHaveLength(1)
    await app.close()
    await socket.close()
    workspace.close()
  })
})
