import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import type { contract } from '#shared/contract/contract.ts'
import { addDays, localDay } from '#shared/domain/calendar/calendar.ts'
import { createApp } from './create-app.ts'
import type { KursApp } from './kurs-app.ts'

let dir: string
let workspace: Workspace
let app: KursApp
let client: ContractRouterClient<typeof contract>
const defects: unknown[] = []
const TODAY = localDay(Date.now())

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-app-'))
  const opened = openWorkspace(join(dir, 'workspace'), 'browser', Date.now)
  if (opened.kind !== 'open') throw new Error(opened.kind)
  workspace = opened.workspace
  app = await createApp({
    workspace,
    rendererDir: dir,
    version: '0.0.0',
    powers: {},
    host: 'browser',
    reportDefect: (error) => defects.push(error),
  })
  client = createORPCClient(new RPCLink({ url: 'http://kurs/rpc', fetch: (request) => app.fetch(request) }))
})

afterEach(async () => {
  await app.close()
  workspace.close()
  rmSync(dir, { recursive: true })
  expect(defects.splice(0)).toEqual([])
})

const start = () => client.plan.start({ uid: uuidv7(), startDay: TODAY, horizonYears: 7, vision: '' })

/** The code of a refusal, and the issues the form gets. */
async function refused(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ORPCError)) throw new Error(`expected a contract error, got ${String(error)}`)
  return JSON.stringify([error.code, error.data])
}

describe('the plan through the contract', () => {
  it('is empty, then complete, then goes on', async () => {
    expect(await client.plan.get({})).toEqual({ plan: null, presentStageUid: null, stages: [] })
    expect((await client.catalogue.plan({})).stages).toHaveLength(4)
    await start()
    expect((await client.workspace.info({})).planStart).toBe((await client.plan.get({})).plan?.startDay)
    const { stages, presentStageUid } = await client.plan.get({})
    const [first] = stages
    if (first === undefined) throw new Error('no stage')
    expect(presentStageUid).toBe(first.uid)
    await client.plan.passGate({ stageUid: first.uid, day: TODAY, note: 'ok' })
    expect((await client.plan.get({})).stages[0]?.passReadiness).toBe(0)
    await client.plan.reopenGate({ stageUid: first.uid })
    await client.plan.reschedule({ horizonYears: 5 })
    await client.stages.create({ uid: uuidv7(), fields: { title: 'CIO' } })
    expect((await client.plan.get({})).stages).toHaveLength(5)
    const [milestone] = first.milestones
    await client.milestones.update({ uid: milestone?.uid ?? '', patch: { doneDay: TODAY } })
    const [requirement] = first.requirements
    await client.requirements.update({ uid: requirement?.uid ?? '', patch: { weight: 10 } })
    expect(await client.plan.counted({ requirementUid: requirement?.uid ?? '' })).toEqual({
      items: [],
      leftOut: [],
    })
    const [metric] = await client.metrics.list({})
    await client.metricPoints.create({ uid: uuidv7(), fields: { metricUid: metric?.uid ?? '', day: TODAY, value: 7 } })
    expect((await client.metrics.get({ uid: metric?.uid ?? '' })).current).toBe(7)
    expect((await client.metricPoints.list({ metricUid: metric?.uid ?? '' })).points).toHaveLength(1)
  })

  it('rates skills and shows their history', async () => {
    await start()
    const [line] = await client.skills.list({})
    if (line === undefined) throw new Error('no skill')
    const { uid } = await client.skills.assess({
      uid: uuidv7(),
      skillUid: line.uid,
      level: 2,
      day: TODAY,
      note: '',
      evidence: [],
    })
    await client.skills.retract({ uid })
    const skill = await client.skills.get({ uid: line.uid })
    expect(skill.assessments.map(({ level, retractedAt }) => [level, retractedAt !== null])).toEqual([[2, true]])
    expect(skill.level).toBeNull()
    const made = await client.skills.create({
      uid: uuidv7(),
      fields: { title: 'Своё', area: 'soft', aliases: ['своё'] },
    })
    await client.skills.setArchived({ uid: made.uid, archived: true })
    expect((await client.skills.list({})).at(-1)).toMatchObject({ uid: made.uid, archived: true })
  })

  it('offers catalogues', async () => {
    await start()
    const [starter] = await client.catalogue.learning({})
    await client.catalogue.chooseLearning({ uid: uuidv7(), key: starter?.key ?? '', language: 'ru' })
    expect(await client.learning.list({})).toHaveLength(1)
    const [exam] = await client.catalogue.certifications({})
    await client.catalogue.chooseCertification({ uid: uuidv7(), key: exam?.key ?? '', language: 'en' })
    expect(await client.certifications.list({})).toHaveLength(1)
    await client.catalogue.choosePerson({ uid: uuidv7(), key: 'cto-mentor', language: 'en', name: 'Ada' })
    expect((await client.catalogue.vocabulary({})).people.map(({ name }) => name)).toEqual(['Ada'])
    expect(await client.catalogue.roleComparison({})).toHaveLength(4)
    expect((await client.catalogue.people({})).length).toBeGreaterThan(2)
    expect((await client.catalogue.metrics({})).length).toBeGreaterThan(10)
  })
})

describe('bad input', () => {
  it('is refused at its field', async () => {
    const begin = (input: object) =>
      refused(client.plan.start({ uid: uuidv7(), startDay: TODAY, horizonYears: 7, vision: '', ...input }))
    expect(await begin({ horizonYears: 0 })).toContain('horizon.invalid')
    expect(await begin({ horizonYears: 40 })).toContain('horizon.invalid')
    expect(await begin({ startDay: '2026-02-31' })).toContain('day.invalid')
    expect(await begin({ startDay: '2195-01-01' })).toContain('day.invalid')
    expect(await begin({ fromRole: ' ' })).toContain('title.empty')
    expect(await begin({ toRole: 'x'.repeat(201) })).toContain('title.tooLong')
    expect((await client.plan.get({})).plan).toBeNull()
    await start()
    const [skill] = await client.skills.list({})
    const rate = (input: object) =>
      refused(
        client.skills.assess({
          uid: uuidv7(),
          skillUid: skill?.uid ?? '',
          level: 2,
          day: TODAY,
          note: '',
          evidence: [],
          ...input,
        }),
      )
    expect(await rate({ level: 6 })).toContain('"path":["level"]')
    expect(await rate({ day: addDays(TODAY, 2) })).toContain('day.future')
    expect(await rate({ evidence: ['019aaaaa-0000-7000-8000-000000000000'] })).toContain('NOT_FOUND')
    expect(await rate({ skillUid: 'x' })).toContain('"path":["skillUid"]')
    const [stage] = (await client.plan.get({})).stages
    const edit = (patch: object) => refused(client.stages.update({ uid: stage?.uid ?? '', patch }))
    expect(await edit({ plannedEnd: '1999-01-01' })).toContain('day.endBeforeStart')
    expect(await edit({ passedOn: TODAY })).toContain('VALIDATION')
    expect(await edit({ position: 3 })).toContain('VALIDATION')
  })
})
