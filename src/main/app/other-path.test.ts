import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findPlan } from '#main/features/plan/plan-store.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import type { contract } from '#shared/contract/contract.ts'
import { localDay } from '#shared/domain/calendar/calendar.ts'
import { type TemplateDoc, toTemplateDoc } from '#shared/model/template-doc.ts'
import { importText } from '../../../tests/fixtures/archive-pair.ts'
import { archiveText, changedArchive } from '../../../tests/fixtures/archive-text.ts'
import { openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { TINY_TEMPLATE } from '../../../tests/fixtures/tiny-template.ts'
import { createApp } from './create-app.ts'
import type { KursApp } from './kurs-app.ts'

type Client = ContractRouterClient<typeof contract>

const TODAY = localDay(Date.now())

let root: string
const defects: unknown[] = []
const opened: { workspace: Workspace; app: KursApp }[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kurs-path-'))
})

const closeAll = async () => {
  for (const { workspace, app } of opened.splice(0)) {
    await app.close()
    workspace.close()
  }
}

afterEach(async () => {
  await closeAll()
  rmSync(root, { recursive: true })
  expect(defects.splice(0)).toEqual([])
})

/** Opens the workspace of this name, again if it was closed, and its app. */
async function open(name: string): Promise<{ workspace: Workspace; client: Client }> {
  const workspace = openSample(join(root, name))
  const powers = {}
  const app = await createApp({
    workspace,
    rendererDir: root,
    version: '0.0.0',
    powers,
    host: 'browser',
    reportDefect: (error) => defects.push(error),
  })
  opened.push({ workspace, app })
  const client: Client = createORPCClient(
    new RPCLink({ url: 'http://kurs/rpc', fetch: (request) => app.fetch(request) }),
  )
  return { workspace, client }
}

const start = (client: Client, template?: TemplateDoc) =>
  client.plan.start({ uid: uuidv7(), startDay: TODAY, horizonYears: 5, vision: '', template })

it('a path of another life is walked from the first evening to a signed review and out of an archive', async () => {
  const { workspace, client } = await open('kitchen')
  await start(client, toTemplateDoc(TINY_TEMPLATE))
  const { plan, stages } = await client.plan.get({})
  expect(plan).toMatchObject({ templateKey: 'cook-to-chef', toRole: { en: 'Head chef' } })
  expect(stages.map(({ requirements, milestones }) => [requirements.length, milestones.length])).toEqual([
    [2, 1],
    [1, 0],
  ])

  const skills = await client.skills.list({})
  expect(skills.map(({ key, target, baseline }) => [key, target, baseline])).toEqual([
    ['sauces', 2, 1],
    ['menu', 1, 1],
    ['people', 1, 1],
  ])
  const rating = { level: 2, day: TODAY, note: '', evidence: [] }
  await client.skills.assess({ uid: uuidv7(), skillUid: skills[0]?.uid ?? '', ...rating })
  const { stage, due } = await client.overview.get({ weekStartsOn: 1 })
  expect(stage?.gate.value).toBeCloseTo(2 / 3)
  expect(due.filter(({ item }) => item?.type === 'milestone')).toHaveLength(1)

  await client.journal.create({ uid: uuidv7(), fields: { title: 'Смена', day: TODAY, minutes: 60 } })
  await client.achievements.create({
    uid: uuidv7(),
    fields: { title: 'Новое меню', day: TODAY, peopleLed: 70 },
  })
  const period = { periodStart: TODAY, periodEnd: TODAY }
  const draft = await client.reviews.createDraft({ uid: uuidv7(), ...period })
  expect((await client.reviews.get({ uid: draft.uid })).answers).toEqual([])
  await client.reviews.sign({ uid: draft.uid })
  for (const language of ['ru', 'en'] as const)
    expect((await client.reviews.markdown({ uid: draft.uid, language })).text).not.toMatch(/PMO|CTO/)

  const offered = await Promise.all([
    client.catalogue.learning({}),
    client.catalogue.certifications({}),
    client.catalogue.metrics({}),
    client.catalogue.people({}),
    client.catalogue.roleComparison({}),
    client.reviews.prompts({}),
    client.metrics.list({}),
    client.obstacles.list({}),
  ])
  expect(offered.flat()).toEqual([])
  expect((await client.catalogue.plan({})).head.key).toBe('cook-to-chef')
  expect((await client.catalogue.vocabulary({})).words.length).toBeGreaterThan(0)

  const archive = await archiveText(workspace)
  const copy = await open('copy')
  await importText(copy.workspace, archive)
  expect(await archiveText(copy.workspace)).toBe(archive)
  expect(planTemplate(copy.workspace.store)).toEqual(TINY_TEMPLATE)
  expect(archive).not.toMatch(/PMO|CTO|people-led/)
})

it('undo takes the template back with the plan, redo brings it again, and another path can be begun', async () => {
  const { workspace, client } = await open('kitchen')
  await start(client, toTemplateDoc(TINY_TEMPLATE))
  await client.workspace.undo({})
  expect((await client.catalogue.plan({})).head.key).not.toBe('cook-to-chef')
  expect(workspace.store.sqlite.prepare('SELECT count(*) FROM item').pluck().get()).toBe(0)
  await client.workspace.redo({})
  expect(planTemplate(workspace.store)).toEqual(TINY_TEMPLATE)
  await client.workspace.undo({})
  await start(client)
  expect(planTemplate(workspace.store).head.key).toBe(findPlan(workspace.store)?.templateKey)
})

it('refuses what is no template, with the place of what is wrong, and one of a newer Kurs', async () => {
  const { client } = await open('kitchen')
  const issuesOf = async (change: (doc: TemplateDoc) => void) => {
    const doc = toTemplateDoc(TINY_TEMPLATE)
    change(doc)
    const error = await start(client, doc).catch((reason: unknown) => reason)
    return JSON.stringify(error instanceof Error && 'data' in error ? error.data : error)
  }
  expect(await issuesOf((doc) => Object.assign(doc.content, { skills: [] }))).toContain('template.invalid')
  expect(await issuesOf((doc) => Object.assign(doc, { shape: 99 }))).toContain('template.newer')
  expect(await issuesOf((doc) => Object.assign(doc.content, { roles: [] }))).toContain('"content"')
  const skillsOf = ({ content }: TemplateDoc) => content.skills as { aliases: { en: string[] } }[]
  // What would make an archive of the workspace be refused is refused here already.
  for (const alias of ['two words', 'menu'])
    expect(await issuesOf((doc) => skillsOf(doc)[0]?.aliases.en.push(alias))).toMatch(/alias\.(invalid|taken)/)
  const asked = {
    key: 'x',
    kind: 'evidence',
    weight: 1,
    of: 'learning',
    activityKind: 'study',
    count: 1,
    note: { ru: 'а', en: 'a' },
  }
  const gateOf = ({ content }: TemplateDoc) => (content.stages as { gate: { requirements: object[] } }[])[0]?.gate
  expect(await issuesOf((doc) => gateOf(doc)?.requirements.push(asked))).toContain('template.invalid')
  expect((await client.plan.get({})).plan).toBeNull()
})

it('a plan of another path whose template was lost does not get that of Kurs', async () => {
  const source = await open('source')
  await start(source.client, toTemplateDoc(TINY_TEMPLATE))
  const withoutTemplate = await changedArchive(source.workspace, (archive) => {
    delete archive.items.template
    delete (archive.shapes as Record<string, number>).template
  })
  const older = await open('older')
  await importText(older.workspace, withoutTemplate)
  await closeAll()
  const { store } = (await open('older')).workspace
  expect(store.sqlite.prepare("SELECT count(*) FROM item WHERE type = 'template'").pluck().get()).toBe(0)
})

it('a plan that was started before templates were kept gets its own at the next start, and nothing to undo', async () => {
  const source = await open('source')
  await start(source.client)
  const withoutTemplate = await changedArchive(source.workspace, (archive) => {
    delete archive.items.template
    delete (archive.shapes as Record<string, number>).template
  })
  const older = await open('older')
  await importText(older.workspace, withoutTemplate)
  const { store } = older.workspace
  const count = () => store.sqlite.prepare("SELECT count(*) FROM item WHERE type = 'template'").pluck().get()
  expect(count()).toBe(0)
  const shown = planTemplate(store)
  await closeAll()

  const again = await open('older')
  const kept = () => again.workspace.store.sqlite.prepare('SELECT uid FROM item WHERE type = ?').all('template')
  expect(kept()).toHaveLength(1)
  expect(planTemplate(again.workspace.store)).toEqual(shown)
  expect((await again.client.workspace.undoState({})).undo).toBeNull()
  const before = kept()
  await closeAll()
  expect(
    (await open('older')).workspace.store.sqlite.prepare('SELECT uid FROM item WHERE type = ?').all('template'),
  ).toEqual(before)
})
