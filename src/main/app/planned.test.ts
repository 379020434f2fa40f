import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Workspace } from '#main/store/open-workspace.ts'
import type { contract } from '#shared/contract/contract.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { openSample } from '../../../tests/fixtures/sample-workspace.ts'
import { router } from './router.ts'

const TODAY = '2026-11-27'
const TOMORROW = '2026-11-28'
const LATER = '2026-12-27'

let dir: string
let workspace: Workspace
let now: number
let client: ReturnType<typeof connect>

function connect({ store }: Workspace) {
  const options = { workspace, rendererDir: '', clock: store.clock, version: '0', powers: {}, host: 'browser' as const }
  const context = { workspace, store, options }
  const client: unknown = createRouterClient(router, { context })
  return client as ContractRouterClient<typeof contract>
}

const setDay = (day: string) => {
  now = Date.parse(`${day}T12:00:00Z`)
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-planned-'))
  setDay(TODAY)
  workspace = openSample(dir, () => ++now)
  client = connect(workspace)
})

afterEach(() => {
  workspace.close()
  rmSync(dir, { recursive: true })
})

const YEAR = { periodStart: '2026-01-01', periodEnd: '2026-12-31' }

const log = (day: string, minutes: number, links: string[] = []) =>
  client.journal.create({ uid: uuidv7(), fields: { title: day, kind: 'study', day, minutes, links } })

/** How many items of a kind a gate counts today. */
async function counted(asked: Partial<RequirementFields>): Promise<number | null> {
  const { uid: stageUid } = await client.stages.create({
    uid: uuidv7(),
    fields: { title: 'Gate', plannedStart: TODAY, plannedEnd: '2030-01-01' },
  })
  const { uid } = await client.requirements.create({ uid: uuidv7(), fields: { stageUid, count: 9, ...asked } })
  const { stages } = await client.plan.get({})
  const found = stages.flatMap(({ requirements }) => requirements).find((one) => one.uid === uid)
  const { items } = await client.plan.counted({ requirementUid: uid })
  if (asked.kind === 'evidence') expect(items).toHaveLength(found?.current ?? 0)
  await client.stages.remove({ uid: stageUid })
  return found?.current ?? null
}

describe('a line on a day to come', () => {
  it('is in no hours until its day comes, and then by itself', async () => {
    const { uid: skill } = await client.skills.create({
      uid: uuidv7(),
      fields: { title: { ru: 'Облако', en: 'Cloud' } },
    })
    const { uid: person } = await client.people.create({ uid: uuidv7(), fields: { name: 'Anna', cadenceDays: 30 } })
    await log(TODAY, 60)
    for (const day of [TOMORROW, LATER]) await log(day, 120, [skill, person])
    const read = async () => {
      const { year, week } = await client.overview.get({})
      const facts = await client.reviews.facts(YEAR)
      const totals = await client.journal.totals({ filter: {} })
      const november = await client.journal.totals({ filter: { from: '2026-11-01', to: '2026-11-30' } })
      const about = await client.journal.totals({ filter: { about: skill } })
      const [line] = await client.skills.list({})
      const [met] = await client.people.list({})
      return {
        hours: [year.minutes, facts.totals.minutes, totals.minutes, november.minutes].map((minutes) => minutes / 60),
        planned: [year.plannedMinutes, totals.planned.minutes, november.planned.minutes].map((minutes) => minutes / 60),
        week: [week.minutes, week.plannedMinutes].map((minutes) => minutes / 60),
        months: [facts.byMonth, year.byMonth].map((months) => months.at(-1)?.minutes),
        kinds: [facts.byKind, year.byKind].map(([first]) => first?.activities),
        days: [year.byDay.length, facts.totals.activeDays, year.activeDays],
        skill: [about.minutes, line?.yearMinutes, facts.bySkill[0]?.minutes ?? 0].map((minutes) => (minutes ?? 0) / 60),
        met: [met?.lastInteractionDay, facts.people[0]?.activities ?? 0],
        gate: await counted({ kind: 'evidence', evidenceKind: 'activity', activityKind: 'study' }),
      }
    }
    expect(await read()).toEqual({
      hours: [1, 1, 1, 1],
      planned: [4, 4, 2],
      week: [1, 2],
      months: [0, 0],
      kinds: [1, 1],
      days: [1, 1, 1],
      skill: [0, 0, 0],
      met: [null, 0],
      gate: 1,
    })
    setDay(LATER)
    expect(await read()).toEqual({
      hours: [5, 5, 5, 3],
      planned: [0, 0, 0],
      week: [2, 0],
      months: [120, 120],
      kinds: [3, 3],
      days: [3, 3, 3],
      skill: [4, 4, 4],
      met: [LATER, 2],
      gate: 3,
    })
  })

  it('stands in the journal, but not among the newest lines of the overview', async () => {
    for (const day of [TODAY, TOMORROW]) await log(day, 60)
    const page = await client.journal.page({ filter: {}, limit: 10 })
    expect(page.lines.map(({ day }) => day)).toEqual([TOMORROW, TODAY])
    expect((await client.overview.get({})).recent.map(({ day }) => day)).toEqual([TODAY])
  })
})

describe('what is finished on a day to come', () => {
  it('counts in no gate and no review until then', async () => {
    const states = async () => {
      const { learning, projects, certifications, achievements } = await client.reviews.facts({
        periodStart: '2026-01-01',
        periodEnd: '2028-12-31',
      })
      const of = (evidenceKind: NonNullable<RequirementFields['evidenceKind']>) =>
        counted({ kind: 'evidence', evidenceKind, ...(evidenceKind === 'achievement' && { minScope: 'task' }) })
      const done = (list: { status: string }[], status: string) => list.filter((one) => one.status === status).length
      return {
        gate: [await of('learning'), await of('project'), await of('certification'), await of('achievement')],
        review: [done(learning, 'done'), done(projects, 'done'), done(certifications, 'earned'), achievements.length],
      }
    }
    await client.learning.create({
      uid: uuidv7(),
      fields: { title: 'Course', status: 'done', startDay: TODAY, endDay: LATER },
    })
    await client.projects.create({
      uid: uuidv7(),
      fields: { title: 'Pet', status: 'done', startDay: TODAY, endDay: LATER },
    })
    await client.certifications.create({ uid: uuidv7(), fields: { title: 'CKA', status: 'earned', issueDay: LATER } })
    await client.certifications.create({
      uid: uuidv7(),
      fields: { title: 'Far', status: 'earned', issueDay: '2062-01-01' },
    })
    await client.achievements.create({ uid: uuidv7(), fields: { title: 'Result', day: LATER, peopleLed: 90 } })
    expect(await states()).toEqual({ gate: [0, 0, 0, 0], review: [0, 0, 0, 0] })
    setDay(LATER)
    expect(await states()).toEqual({ gate: [1, 1, 1, 1], review: [1, 1, 1, 1] })
  })

  it('without a day is finished today, in the gate as in the review', async () => {
    const { uid } = await client.learning.create({ uid: uuidv7(), fields: { title: 'Course', status: 'done' } })
    const { uid: project } = await client.projects.create({ uid: uuidv7(), fields: { title: 'Pet' } })
    await client.projects.update({ uid: project, patch: { status: 'done' } })
    expect((await client.learning.get({ uid })).endDay).toBe(TODAY)
    expect((await client.projects.get({ uid: project })).endDay).toBe(TODAY)
    const facts = await client.reviews.facts(YEAR)
    expect(facts.learning.map(({ status, endDay }) => [status, endDay])).toEqual([['done', TODAY]])
    expect(facts.projects.map(({ status }) => status)).toEqual(['done'])
    await expect(client.learning.update({ uid, patch: { endDay: null } })).rejects.toMatchObject({
      data: { issues: [{ path: ['endDay'], message: 'field.required' }] },
    })
  })

  it('and stored without a day by an older Kurs counts nowhere until it has one', async () => {
    const { uid } = await client.learning.create({ uid: uuidv7(), fields: { title: 'Old', status: 'done' } })
    await log(TODAY, 30, [uid])
    workspace.store.sqlite.exec('UPDATE learning SET end_day = NULL')
    const state = async () => [
      await counted({ kind: 'evidence', evidenceKind: 'learning' }),
      (await client.reviews.facts(YEAR)).learning.map(({ status }) => status),
    ]
    expect(await state()).toEqual([0, ['inProgress']])
    await client.learning.update({ uid, patch: { notes: 'still without' } })
    expect(await state()).toEqual([0, ['inProgress']])
    await client.learning.update({ uid, patch: { endDay: TODAY } })
    expect(await state()).toEqual([1, ['done']])
  })
})

it('ratings, values, milestones and verdicts of days to come, as an import may bring them, do not count', async () => {
  const { uid: skillUid } = await client.skills.create({
    uid: uuidv7(),
    fields: { title: { ru: 'Облако', en: 'Cloud' } },
  })
  const { uid: metricUid } = await client.metrics.create({ uid: uuidv7(), fields: { title: 'NPS' } })
  const { uid: stageUid } = await client.stages.create({
    uid: uuidv7(),
    fields: { title: 'Stage', plannedStart: '2026-01-01', plannedEnd: '2027-01-01' },
  })
  const { uid: milestoneUid } = await client.milestones.create({
    uid: uuidv7(),
    fields: { stageUid, title: 'm', plannedDay: TODAY },
  })
  const { uid: obstacleUid } = await client.obstacles.create({ uid: uuidv7(), fields: { title: 'o' } })
  await client.experiments.create({ uid: uuidv7(), fields: { obstacleUid, title: 'e', verdict: 'worked' } })
  await client.skills.assess({ uid: uuidv7(), skillUid, level: 2, day: TODAY, note: '', evidence: [] })
  await client.skills.assess({ uid: uuidv7(), skillUid, level: 4, day: TODAY, note: '', evidence: [] })
  for (const value of [1, 2])
    await client.metricPoints.create({ uid: uuidv7(), fields: { metricUid, day: TODAY, value } })
  workspace.store.sqlite.exec(`
    UPDATE assessment SET day = '${LATER}' WHERE level = 4;
    UPDATE metric_point SET day = '${LATER}' WHERE value = 2;
    UPDATE milestone SET done_day = '${LATER}';
    UPDATE experiment SET verdict_day = '${LATER}'`)
  const read = async () => {
    const facts = await client.reviews.facts(YEAR)
    const metric = await client.metrics.get({ uid: metricUid })
    return {
      level: [(await client.skills.get({ uid: skillUid })).level, facts.skills[0]?.to],
      gate: [
        await counted({ kind: 'skill', skillUid, level: 5 }),
        await counted({ kind: 'metric', metricUid, metricValue: 5 }),
        await counted({ kind: 'milestone', milestoneUid }),
      ],
      metric: [metric.points, metric.current, facts.metrics[0]?.to],
      milestone: facts.milestones[0]?.doneDay,
      experiments: facts.experiments.length,
    }
  }
  expect(await read()).toEqual({
    level: [2, 2],
    gate: [2, 1, 0],
    metric: [1, 1, 1],
    milestone: null,
    experiments: 0,
  })
  setDay(LATER)
  expect(await read()).toEqual({ level: [4, 4], gate: [4, 2, 1], metric: [2, 2, 2], milestone: LATER, experiments: 1 })
})
