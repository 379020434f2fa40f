import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { contract } from '#shared/contract/contract.ts'
import { addDays, localDay } from '#shared/domain/calendar/calendar.ts'
import { createApp } from './create-app.ts'
import type { KursApp } from './kurs-app.ts'

let dir: string
let workspace: Workspace
let app: KursApp
let now = Date.UTC(2026, 10, 27, 12)
const TODAY = localDay(now)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-conflicts-'))
  const opened = openWorkspace(join(dir, 'workspace'), 'browser', () => ++now)
  if (opened.kind !== 'open') throw new Error(opened.kind)
  workspace = opened.workspace
  const options = { workspace, rendererDir: dir, clock: () => now, version: '0', powers: {}, host: 'browser' } as const
  app = await createApp(options)
  await call('plan/start', { uid: uuidv7(), startDay: '2026-01-01', horizonYears: 7, vision: '' })
})

afterAll(async () => {
  await app.close()
  workspace.close()
  rmSync(dir, { recursive: true })
})

type Doc = Record<string, unknown>

async function ask(path: string, input: object): Promise<{ status: number; json: Doc }> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  }
  const answer = await app.fetch(new Request(`http://kurs/rpc/${path}`, init))
  return { status: answer.status, ...((await answer.json()) as { json: Doc }) }
}

async function call(path: string, input: object): Promise<Doc> {
  const { status, json } = await ask(path, input)
  expect({ path, status, json }).toMatchObject({ status: 200 })
  return json
}

const firstOf = (type: string): string => {
  const row = workspace.store.sqlite.prepare('SELECT uid FROM item WHERE type = ? ORDER BY id LIMIT 1').get(type)
  return (row as { uid: string }).uid
}

async function make(path: string, input: object): Promise<string> {
  const { uid } = await call(path, { uid: uuidv7(), ...input })
  return String(uid)
}

interface Sample {
  /** The item that is changed. */
  item: () => Promise<string> | string
  read: (uid: string) => Promise<Doc>
  /** A field with two values it may be changed to. */
  same: readonly [name: string, ours: unknown, theirs: unknown]
  /** Another field that only the other side changes. */
  other: readonly [name: string, theirs: unknown]
  /** Value the item is set to before each test, for an item that exists only once. */
  reset?: Doc
  /** The procedure takes no uid, because its item exists only once. */
  isOnly?: boolean
}

const get = (feature: string) => (uid: string) => call(`${feature}/get`, { uid })
/** A stage, a milestone or a requirement, read together with its plan. */
async function inPlan(uid: string): Promise<Doc> {
  const { stages } = (await call('plan/get', {})) as { stages: (Doc & Record<'milestones' | 'requirements', Doc[]>)[] }
  const all: Doc[] = stages.flatMap((stage) => [stage, ...stage.milestones, ...stage.requirements])
  const found = all.find((one) => one.uid === uid)
  if (found === undefined) throw new Error(`The plan has no ${uid}`)
  return found
}
let weeks = 0
/** A day of a week that has no load entry yet. */
const freeWeek = () => addDays(TODAY, -7 * weeks++)
const texts = (feature: string, fields: object, more: Partial<Sample> = {}): Sample => ({
  item: () => make(`${feature}/create`, { fields }),
  read: get(feature),
  same: ['title', 'Ours', 'Theirs'],
  other: ['notes', 'Noted elsewhere'],
  ...more,
})

/** Every procedure that changes an item relative to the values its form began with. */
const CHANGES: Record<string, Sample> = {
  'achievements/update': texts('achievements', { title: 'One', day: TODAY }, { other: ['result', 'Done'] }),
  'certifications/update': texts('certifications', { title: 'One' }),
  'experiments/update': texts(
    'experiments',
    { title: 'One' },
    {
      item: () => make('experiments/create', { fields: { title: 'One', obstacleUid: firstOf('obstacle') } }),
      other: ['lesson', 'Learnt'],
    },
  ),
  'initiatives/update': texts('initiatives', { title: 'One' }),
  'journal/update': texts('journal', { title: 'One', day: TODAY }, { same: ['minutes', 30, 45] }),
  'learning/update': texts(
    'learning',
    { title: 'One' },
    { same: ['notes', 'Ours', 'Theirs'], other: ['progress', 40] },
  ),
  'load/update': texts(
    'load',
    {},
    {
      item: () => make('load/create', { fields: { week: freeWeek(), operations: 100 } }),
      same: ['notes', 'Ours', 'Theirs'],
      other: ['freedMinutes', 60],
    },
  ),
  'metricPoints/update': {
    item: () => make('metricPoints/create', { fields: { metricUid: firstOf('metric'), day: TODAY, value: 1 } }),
    read: get('metricPoints'),
    same: ['value', 2, 3],
    other: ['note', 'Measured'],
  },
  'metrics/update': texts('metrics', { title: 'One' }, { same: ['meaning', 'Ours', 'Theirs'], other: ['unit', '%'] }),
  'milestones/update': texts(
    'milestones',
    { title: 'One' },
    {
      item: () =>
        make('milestones/create', { fields: { title: 'One', stageUid: firstOf('stage'), plannedDay: TODAY } }),
      read: inPlan,
    },
  ),
  'obstacles/update': texts('obstacles', { title: 'One' }),
  'people/update': texts('people', { name: 'Ada' }, { same: ['contact', 'ours', 'theirs'] }),
  'plan/update': {
    item: () => firstOf('plan'),
    read: async () => (await call('plan/get', {})).plan as Doc,
    same: ['vision', 'Ours', 'Theirs'],
    other: ['companyNote', 'Noted elsewhere'],
    reset: { vision: 'Begun', companyNote: '' },
    isOnly: true,
  },
  'projects/update': texts('projects', { title: 'One' }, { same: ['responsibility', 'Ours', 'Theirs'] }),
  'requirements/update': texts(
    'requirements',
    {},
    {
      item: () =>
        make('requirements/create', {
          fields: { stageUid: firstOf('stage'), kind: 'skill', skillUid: firstOf('skill'), level: 3, weight: 1 },
        }),
      read: inPlan,
      same: ['weight', 4, 7],
      other: ['note', 'Noted elsewhere'],
    },
  ),
  'reviews/saveDraft': {
    item: () => make('reviews/createDraft', { periodStart: '2026-02-01', periodEnd: '2026-02-28' }),
    read: get('reviews'),
    same: ['periodEnd', '2026-02-25', '2026-02-26'],
    other: ['focus', ['One thing']],
  },
  'savedViews/update': texts('savedViews', { title: 'One', page: 'journal' }, { other: ['query', { kinds: 'study' }] }),
  'skills/update': texts('skills', { title: 'One', area: 'technical' }, { other: ['why', 'Needed'] }),
  'stages/update': {
    item: () => firstOf('stage'),
    read: inPlan,
    same: ['purpose', 'Ours', 'Theirs'],
    other: ['shift', 'Noted elsewhere'],
    reset: { purpose: 'Begun', shift: '' },
  },
  'steps/update': texts('steps', { title: 'One', week: TODAY }, { other: ['reason', 'Later'] }),
}

/** The procedures of the contract that take a `base`. */
function changing(): string[] {
  return Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures as Record<string, unknown>).flatMap(([name, procedure]) => {
      if (!isContractProcedure(procedure)) return []
      const { inputSchema } = procedure['~orpc']
      const takes = inputSchema instanceof z.ZodObject && 'base' in inputSchema.shape
      return takes ? [`${feature}/${name}`] : []
    }),
  )
}

it('every change of an item by its form is here', () => {
  expect(changing().sort()).toEqual(Object.keys(CHANGES).sort())
})

describe.each(Object.entries(CHANGES))('%s', (path, { item, read, same, other, reset, isOnly }) => {
  const [name, ours, theirs] = same
  let uid: string
  let begun: Doc
  const change = (patch: Doc, base?: Doc) => ask(path, { ...(!isOnly && { uid }), patch, ...(base && { base }) })
  const changed = async (patch: Doc, base?: Doc) => {
    const { status, json } = await change(patch, base)
    expect({ status, json }).toMatchObject({ status: 200 })
    return json
  }
  const begin = async () => {
    uid = await item()
    if (reset !== undefined) await changed(reset)
    begun = await read(uid)
  }

  it('keeps what only the other side has changed', async () => {
    await begin()
    await changed({ [other[0]]: other[1] }, { [other[0]]: begun[other[0]] })
    await changed({ [name]: ours }, { [name]: begun[name] })
    expect(await read(uid)).toMatchObject({ [name]: ours, [other[0]]: other[1] })
    // A field sent with the value it was found with does not count as changed.
    await changed({ [other[0]]: begun[other[0]] }, { [other[0]]: begun[other[0]] })
    expect(await read(uid)).toMatchObject({ [other[0]]: other[1] })
  })

  it('tells when both have changed the same, and changes nothing', async () => {
    await begin()
    await changed({ [name]: theirs, [other[0]]: other[1] }, { [name]: begun[name], [other[0]]: begun[other[0]] })
    const present = await read(uid)
    const { status, json } = await change({ [name]: ours }, { [name]: begun[name] })
    expect({ status, json }).toMatchObject({
      status: 409,
      json: { code: 'CONFLICT', data: { uid, fields: [{ name, theirs }] } },
    })
    expect(await read(uid)).toEqual(present)
    // Changing a field to the value it already has changes nothing.
    expect((await changed({ [name]: theirs }, { [name]: begun[name] })).batchId).toBe(0)
  })

  it('takes what was chosen from there, and gives it back by undo and redo', async () => {
    await begin()
    await changed({ [name]: theirs }, { [name]: begun[name] })
    const { batchId } = await changed({ [name]: ours }, { [name]: theirs })
    expect(await read(uid)).toMatchObject({ [name]: ours })
    await call('workspace/undo', { batchId })
    expect(await read(uid)).toMatchObject({ [name]: theirs })
    await call('workspace/redo', {})
    expect(await read(uid)).toMatchObject({ [name]: ours })
  })
})

describe('rules of a type look at what two windows have made together', () => {
  it('a field that has no meaning any more is told, not emptied without a word', async () => {
    const stageUid = firstOf('stage')
    const fields = { stageUid, kind: 'evidence', evidenceKind: 'achievement', minScope: 'task', count: 2 }
    const uid = await make('requirements/create', { fields })
    await call('requirements/update', {
      uid,
      patch: { evidenceKind: 'project' },
      base: { evidenceKind: 'achievement' },
    })
    const answer = await ask('requirements/update', { uid, patch: { minScope: 'company' }, base: { minScope: 'task' } })
    expect(answer).toMatchObject({ status: 409, json: { code: 'CONFLICT', data: { fields: [{ name: 'minScope' }] } } })
  })

  it('two narrowings of what counts that leave nothing in common are told, not made into any', async () => {
    const begun = ['post', 'talk']
    const asked = { kind: 'evidence', evidenceKind: 'activity', activityKind: 'visibility', count: 2 }
    const fields = { stageUid: firstOf('stage'), ...asked, visibilityKinds: begun }
    const uid = await make('requirements/create', { fields })
    const narrow = (kinds: string[], base: string[]) =>
      ask('requirements/update', { uid, patch: { visibilityKinds: kinds }, base: { visibilityKinds: base } })
    expect(await narrow(['post'], begun)).toMatchObject({ status: 200 })
    expect(await narrow(['talk'], begun)).toMatchObject({
      status: 409,
      json: { code: 'CONFLICT', data: { uid, fields: [{ name: 'visibilityKinds', theirs: ['post'] }] } },
    })
    expect(await narrow(['talk'], ['post'])).toMatchObject({ status: 200 })
    expect(await narrow([], ['talk'])).toMatchObject({ status: 200 })
  })

  it('an alias that both have added, each in its own spelling, is one', async () => {
    const uid = await make('skills/create', { fields: { title: 'Containers' } })
    await call('skills/update', { uid, patch: { aliases: ['kubes'] }, base: { aliases: [] } })
    await call('skills/update', { uid, patch: { aliases: ['KUBES'] }, base: { aliases: [] } })
    expect((await call('skills/get', { uid })).aliases).toHaveLength(1)
  })
})

describe('parts of a field', () => {
  it('answers of a review are reconciled one by one', async () => {
    const uid = await make('reviews/createDraft', { periodStart: '2026-03-01', periodEnd: '2026-03-31' })
    const { answers } = (await call('reviews/get', { uid })) as { answers: { key: string; answer: string }[] }
    const answered = (at: number, answer: string) =>
      answers.map((one, index) => (index === at ? { ...one, answer } : one))
    const save = (patch: object) => ask('reviews/saveDraft', { uid, patch: { answers: patch }, base: { answers } })
    expect(await save(answered(0, 'Theirs'))).toMatchObject({ status: 200 })
    expect(await save(answered(1, 'Ours'))).toMatchObject({ status: 200 })
    const both = (await call('reviews/get', { uid })) as { answers: typeof answers }
    expect(both.answers.map(({ answer }) => answer).slice(0, 3)).toEqual(['Theirs', 'Ours', ''])
    expect(await save(answered(0, 'Ours'))).toMatchObject({
      status: 409,
      json: { code: 'CONFLICT', data: { fields: [{ name: 'answers', theirs: both.answers }] } },
    })
  })

  it('links and tags of both stay, those that either took away go', async () => {
    const uid = await make('journal/create', {
      fields: { title: 'One', day: TODAY, tags: ['a', 'b'], links: [firstOf('skill')] },
    })
    const begun = await call('journal/get', { uid })
    const base = { tags: begun.tags, links: begun.links }
    await call('journal/update', { uid, patch: { tags: ['a', 'b', 'c'], links: [] }, base })
    await call('journal/update', {
      uid,
      patch: { tags: ['b', 'd'], links: [firstOf('skill'), firstOf('obstacle')] },
      base,
    })
    expect(await call('journal/get', { uid })).toMatchObject({ tags: ['b', 'c', 'd'], links: [firstOf('obstacle')] })
  })

  it('targets of a skill are reconciled stage by stage', async () => {
    const uid = await make('skills/create', { fields: { title: 'Targets', area: 'technical' } })
    const stages = (await call('plan/get', {})).stages as { uid: string }[]
    const [one = '', two = ''] = stages.map((stage) => stage.uid)
    const set = (targets: object) => ask('skills/update', { uid, patch: { targets }, base: { targets: {} } })
    expect(await set({ [one]: 2 })).toMatchObject({ status: 200 })
    expect(await set({ [two]: 3 })).toMatchObject({ status: 200 })
    expect(await call('skills/get', { uid })).toMatchObject({ targets: { [one]: 2, [two]: 3 } })
    expect(await set({ [one]: 4 })).toMatchObject({ json: { code: 'CONFLICT' } })
  })
})
