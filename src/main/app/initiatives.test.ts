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

const NOW = Date.parse('2026-11-23T12:00:00Z')

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-initiatives-'))
  let now = NOW
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

async function addPerson(name: string): Promise<string> {
  return (await client.people.create({ uid: uuidv7(), fields: { name } })).uid
}

it('names people in several roles, each changed alone and brought back by undo', async () => {
  const [owner, ally, sceptic] = [await addPerson('Anna'), await addPerson('Boris'), await addPerson('Clara')]
  const { uid: metricUid } = await client.metrics.create({ uid: uuidv7(), fields: { title: 'NPS', unit: '%' } })
  const { uid } = await client.initiatives.create({
    uid: uuidv7(),
    fields: { title: 'Runbooks', metricUid, ownerUid: owner, stakeholders: [ally, owner], links: [ally] },
  })
  await client.initiatives.update({ uid, patch: { stakeholders: [sceptic, owner] } })
  const before = await client.initiatives.get({ uid })
  expect(before).toMatchObject({ ownerUid: owner, links: [ally] })
  expect(new Set(before.stakeholders)).toEqual(new Set([owner, sceptic]))
  // Whoever stands in two fields is shown once.
  expect(before.refs.map(({ title }) => title).sort()).toEqual(['Anna', 'Boris', 'Clara', 'NPS'])
  const { batchId } = await client.people.remove({ uid: owner })
  expect(await client.initiatives.get({ uid })).toMatchObject({
    ownerUid: null,
    stakeholders: [sceptic],
    links: [ally],
  })
  await client.workspace.undo({ batchId })
  expect(await client.initiatives.get({ uid })).toMatchObject({ ...before, updatedAt: expect.any(Number) })
  await client.workspace.redo({})
  expect(await client.initiatives.get({ uid })).toMatchObject({
    ownerUid: null,
    stakeholders: [sceptic],
    links: [ally],
  })
})

it('is done on a day, rated from 1 to 10, and won over by people alone', async () => {
  const { uid: skill } = await client.skills.create({ uid: uuidv7(), fields: { title: 'Cloud' } })
  const { uid } = await client.initiatives.create({ uid: uuidv7(), fields: { title: 'Flags', status: 'done' } })
  expect(await client.initiatives.get({ uid })).toMatchObject({ endDay: '2026-11-23' })
  const wrong = [{ impact: 11 }, { ease: 0 }, { stakeholders: [skill] }, { ownerUid: skill }, { endDay: null }]
  for (const patch of wrong) await expect(client.initiatives.update({ uid, patch })).rejects.toThrow()
  await client.initiatives.update({ uid, patch: { links: [skill] } })
})

it('is found by its hypothesis and its lesson', async () => {
  const fields = { title: 'Flags', hypothesis: 'Откат займёт минуту', lesson: 'Старые переключатели мешают' }
  const { uid } = await client.initiatives.create({ uid: uuidv7(), fields })
  for (const text of ['откат', 'переключател'])
    expect((await client.search.find({ text })).items.map((found) => found.uid)).toEqual([uid])
})
