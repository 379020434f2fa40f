import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
  // A person named in two fields is shown once.
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

describe('impact retros', () => {
  const held = { after: 30, day: '2026-11-20', actualChange: -3.5, decision: 'keep', lesson: 'Откат дешевле' } as const
  const addDone = async () =>
    (
      await client.initiatives.create({
        uid: uuidv7(),
        fields: { title: 'Flags', status: 'done', endDay: '2026-10-01' },
      })
    ).uid
  const retrosOf = async (uid: string) => (await client.initiatives.get({ uid })).retros

  it('are kept with their initiative, found by their lessons and taken back by undo', async () => {
    const uid = await addDone()
    const { batchId } = await client.initiatives.update({ uid, patch: { retros: [held] }, base: { retros: [] } })
    expect(await retrosOf(uid)).toEqual([held])
    expect((await client.search.find({ text: 'откат' })).items.map((found) => found.uid)).toEqual([uid])
    const { due } = await client.overview.get({ weekStartsOn: 1 })
    expect(due.filter(({ kind }) => kind === 'retro')).toEqual([])
    await client.workspace.undo({ batchId })
    expect(await retrosOf(uid)).toEqual([])
    const again = (await client.overview.get({ weekStartsOn: 1 })).due
    expect(again).toContainEqual(expect.objectContaining({ kind: 'retro', day: '2026-10-31', daysLeft: -23 }))
  })

  it('of two windows go together, and two versions of one are told', async () => {
    const uid = await addDone()
    const later = { ...held, after: 90 as const, lesson: '' }
    await client.initiatives.update({ uid, patch: { retros: [held] }, base: { retros: [] } })
    await client.initiatives.update({ uid, patch: { retros: [later] }, base: { retros: [] } })
    expect(new Set(await retrosOf(uid))).toEqual(new Set([held, later]))
    const other = { ...held, decision: 'stop' as const }
    const twice = client.initiatives.update({ uid, patch: { retros: [other] }, base: { retros: [] } })
    await expect(twice).rejects.toMatchObject({ code: 'CONFLICT', data: { fields: [{ name: 'retros' }] } })
    // An edit made in one window does not move to another retro when the first retro is removed.
    await client.initiatives.update({ uid, patch: { retros: [later] }, base: { retros: [held, later] } })
    await client.initiatives.update({
      uid,
      patch: { retros: [held, { ...later, lesson: 'x' }] },
      base: { retros: [held, later] },
    })
    expect(await retrosOf(uid)).toEqual([{ ...later, lesson: 'x' }])
  })

  it('look back at what is done; a refusal says so and loses nothing', async () => {
    const { uid } = await client.initiatives.create({ uid: uuidv7(), fields: { title: 'Flags', status: 'running' } })
    const record = (retro: object) => client.initiatives.update({ uid, patch: { retros: [{ ...held, ...retro }] } })
    const refused = (message: string) => ({ code: 'VALIDATION', data: { issues: [{ message }] } })
    await expect(record({})).rejects.toMatchObject(refused('retro.notDone'))
    await client.initiatives.update({ uid, patch: { status: 'done', endDay: '2026-12-01' } })
    await expect(record({ day: '2026-12-02' })).rejects.toMatchObject(refused('retro.notDone'))
    await client.initiatives.update({ uid, patch: { endDay: '2026-10-01' } })
    await expect(record({ day: '2026-11-24' })).rejects.toMatchObject(refused('day.future'))
    await expect(record({ day: '2026-09-30' })).rejects.toMatchObject(refused('day.beforeEnd'))
    const both = client.initiatives.update({ uid, patch: { retros: [held, { ...held, lesson: '' }] } })
    await expect(both).rejects.toMatchObject(refused('retro.twice'))
    await record({})
    // An initiative that is resumed and ends again later keeps its recorded retros, which can still be removed.
    await client.initiatives.update({ uid, patch: { status: 'running', endDay: null } })
    await client.initiatives.updateMany({ uids: [uid], patch: { status: 'done' } })
    expect(await retrosOf(uid)).toEqual([held])
    await expect(record({ lesson: 'before the new end' })).rejects.toMatchObject(refused('day.beforeEnd'))
    await client.initiatives.update({ uid, patch: { status: 'running', endDay: null } })
    expect(await retrosOf(uid)).toEqual([held])
    await expect(record({ lesson: 'other' })).rejects.toMatchObject(refused('retro.notDone'))
    await client.initiatives.update({ uid, patch: { retros: [] } })
    expect(await retrosOf(uid)).toEqual([])
  })
})
