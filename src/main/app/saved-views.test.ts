import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Workspace } from '#main/store/open-workspace.ts'
import type { contract } from '#shared/contract/contract.ts'
import { openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { router } from './router.ts'

let dir: string
let workspace: Workspace
let client: ContractRouterClient<typeof contract>

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-views-'))
  let now = Date.parse('2026-11-23T12:00:00Z')
  workspace = openSample(dir, () => ++now)
  const { store } = workspace
  const options = { workspace, rendererDir: '', clock: store.clock, version: '0', powers: {}, host: 'browser' as const }
  const made: unknown = createRouterClient(router, { context: { workspace, store, options } })
  client = made as typeof client
})

afterEach(() => {
  workspace.close()
  rmSync(dir, { recursive: true })
})

const VIEW = { title: 'Учёба с ментором', page: 'journal', query: { kinds: 'study,none', period: 'month' } }

async function keep(fields: object): Promise<string> {
  return (await client.savedViews.create({ uid: uuidv7(), fields: { ...VIEW, ...fields } })).uid
}

it('keeps a view, renames it, replaces what it shows, and takes each of that back', async () => {
  const uid = await keep({})
  expect(await client.savedViews.list({})).toMatchObject([{ uid, ...VIEW }])
  const renamed = await client.savedViews.update({ uid, patch: { title: 'Ментор' } })
  await client.savedViews.update({ uid, patch: { query: { q: 'облако', sort: '-day' } } })
  // As it was given: no condition of the one before stays.
  expect((await client.savedViews.get({ uid })).query).toEqual({ q: 'облако', sort: '-day' })
  const removed = await client.savedViews.remove({ uid })
  await expect(client.savedViews.get({ uid })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await client.workspace.undo({ batchId: removed.batchId })
  await client.workspace.undo({})
  await client.workspace.undo({ batchId: renamed.batchId })
  expect(await client.savedViews.get({ uid })).toMatchObject(VIEW)
})

it('is found by its name in the palette, in whatever form of the words', async () => {
  const uid = await keep({})
  const { items } = await client.search.find({ text: 'ментора', order: 'named' })
  expect(items).toMatchObject([{ uid, type: 'savedView' }])
})

it('keeps no view without a name, of no page, or with a condition that no list has', async () => {
  const wrong = [{ title: ' ' }, { page: '' }, { page: '//elsewhere' }, { query: { item: uuidv7() } }]
  for (const fields of wrong) await expect(keep(fields)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await client.savedViews.list({})).toEqual([])
})

it('shows on when what it asks about is removed', async () => {
  const { uid: person } = await client.people.create({ uid: uuidv7(), fields: { name: 'Anna' } })
  const uid = await keep({ query: { about: person } })
  await client.people.remove({ uid: person })
  expect((await client.savedViews.get({ uid })).query).toEqual({ about: person })
})
