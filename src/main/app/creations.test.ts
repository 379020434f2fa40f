import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { contract } from '#shared/contract/contract.ts'
import { UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { localDay } from '#shared/domain/calendar/calendar.ts'
import { onePiece } from '../../../tests/fixtures/one-piece.ts'
import { createApp } from './create-app.ts'
import type { KursApp } from './kurs-app.ts'

let dir: string
let workspace: Workspace
let app: KursApp
let now = Date.UTC(2026, 10, 27, 12)
const TODAY = localDay(now)

async function openApp(): Promise<void> {
  dir = mkdtempSync(join(tmpdir(), 'kurs-creations-'))
  const opened = openWorkspace(join(dir, 'workspace'), 'browser', () => ++now)
  if (opened.kind !== 'open') throw new Error(opened.kind)
  workspace = opened.workspace
  const options = {
    workspace,
    rendererDir: dir,
    version: '0.0.0',
    powers: {},
    host: 'browser',
  } as const
  app = await createApp(options)
}

async function closeApp(): Promise<void> {
  await app.close()
  workspace.close()
  rmSync(dir, { recursive: true })
}

interface Answer {
  status: number
  json: { uid?: string; batchId?: number; code?: string; data?: { reason?: string } }
}

/** Calls a procedure by its path, as a page, a terminal or a socket would. */
async function ask(path: string, input: object): Promise<Answer> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  }
  const answer = await app.fetch(new Request(`http://kurs/rpc/${path}`, init))
  return { status: answer.status, ...((await answer.json()) as { json: Answer['json'] }) }
}

async function make(path: string, input: object): Promise<string> {
  const { status, json } = await ask(path, input)
  expect({ path, status, json }).toMatchObject({ status: 200 })
  return json.uid ?? ''
}

const PLAN = { startDay: '2026-01-01', horizonYears: 7, vision: '' }
const startPlan = () => make('plan/start', { uid: uuidv7(), ...PLAN })

const firstOf = (type: string): string => {
  const row = workspace.store.sqlite.prepare('SELECT uid FROM item WHERE type = ? ORDER BY id LIMIT 1').get(type)
  return (row as { uid: string }).uid
}

const countItems = () => workspace.store.sqlite.prepare('SELECT count(*) AS n FROM item').get()

/** Everything stored about an item except its timestamps. */
const stored = (uid: string) => {
  const { sqlite } = workspace.store
  const item = sqlite
    .prepare<[string], { id: number; type: string }>('SELECT id, type, title, day FROM item WHERE uid = ?')
    .get(uid)
  if (item === undefined) throw new Error(`no item ${uid}`)
  const table = item.type.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const links = sqlite.prepare('SELECT target_id FROM link WHERE source_id = ? ORDER BY 1').all(item.id)
  return { ...item, row: sqlite.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(item.id), links }
}

interface Sample {
  asked: object
  /** What the form contains when it is saved again after a lost answer; null = nothing can be edited. */
  edited: object | null
  /** Name of the input that is the new item's uid. */
  name?: string
}

const fields = (asked: object, edited: object): Sample => ({ asked: { fields: asked }, edited: { fields: edited } })
const titled = (more: object = {}) => fields({ title: 'One', ...more }, { title: 'Other', ...more })

/** Every procedure that makes an item, with its input in a workspace that has a plan. */
const MAKES: Record<string, () => Promise<Sample> | Sample> = {
  'achievements/create': () => titled({ day: TODAY }),
  'catalogue/chooseCertification': () => ({ asked: { key: 'pmp', language: 'ru' }, edited: null }),
  'catalogue/chooseLearning': async () => {
    const { json } = await ask('catalogue/learning', {})
    const [{ key }] = json as unknown as [{ key: string }]
    return { asked: { key, language: 'en' }, edited: null }
  },
  'catalogue/chooseMetric': () => ({ asked: { key: 'nps' }, edited: null }),
  'catalogue/choosePerson': () => {
    const asked = { key: 'cto-mentor', language: 'en', name: 'Ada' }
    return { asked, edited: { ...asked, name: 'Grace' } }
  },
  'certifications/create': () => titled(),
  'experiments/create': () => titled({ obstacleUid: firstOf('obstacle') }),
  'journal/capture': () => {
    const person = { uid: uuidv7(), name: 'Иван' }
    const line = { title: 'Встреча', day: TODAY, links: [firstOf('skill')] }
    return {
      asked: { fields: line, newPeople: [person] },
      edited: { fields: { ...line, minutes: 30 }, newPeople: [{ ...person, name: 'Иванна' }] },
    }
  },
  'initiatives/create': () => titled(),
  'journal/create': () => titled({ day: TODAY, links: [firstOf('skill'), firstOf('obstacle')], tags: ['b', 'a'] }),
  'learning/create': () => titled(),
  'load/create': () => {
    const split = { week: TODAY, operations: 80, learning: 20 }
    return fields(split, { ...split, learning: 10, strategy: 10, outcome: 'partly' })
  },
  'metricPoints/create': () => {
    const point = { metricUid: firstOf('metric'), day: TODAY }
    return fields({ ...point, value: 1 }, { ...point, value: 2 })
  },
  'metrics/create': () => titled(),
  'milestones/create': () => titled({ stageUid: firstOf('stage'), plannedDay: TODAY }),
  'obstacles/create': () => titled(),
  'people/create': () => fields({ name: 'Ada' }, { name: 'Grace' }),
  'plan/start': async () => {
    await ask('workspace/undo', {})
    return { asked: PLAN, edited: { ...PLAN, vision: 'CTO', horizonYears: 9 } }
  },
  'projects/create': () => titled(),
  'requirements/create': () => {
    const asked = { stageUid: firstOf('stage'), kind: 'skill', skillUid: firstOf('skill'), level: 3, weight: 1 }
    return fields(asked, { ...asked, weight: 5 })
  },
  'reviews/createDraft': () => {
    const asked = { periodStart: '2026-01-01', periodEnd: '2026-06-30' }
    return { asked, edited: { ...asked, periodEnd: '2026-07-31' } }
  },
  'reviews/revise': async () => {
    const period = { periodStart: '2026-01-01', periodEnd: '2026-06-30' }
    const uid = await make('reviews/createDraft', { uid: uuidv7(), ...period })
    await make('reviews/sign', { uid })
    return { asked: { uid }, edited: null, name: 'newUid' }
  },
  'savedViews/create': () => titled({ page: 'journal', query: { kinds: 'study' } }),
  'skills/assess': () => {
    const asked = { skillUid: firstOf('skill'), level: 2, day: TODAY, note: '', evidence: [] }
    return { asked, edited: { ...asked, level: 3, note: 'Thought again' } }
  },
  'skills/create': () => fields({ title: 'Rust', aliases: ['Rust'] }, { title: 'Rust', aliases: ['Rust', 'rustlang'] }),
  'stages/create': () => titled(),
  'steps/create': () => titled({ week: TODAY }),
}

/** All procedures that make no item. A new procedure must be listed here or above. */
const MAKES_NONE = `
  achievements: get list remove removeMany update updateMany · attachments: list remove rename · backups: list make remove restore
  catalogue: cases certifications initiatives learning metrics people plan practice roleComparison roles visibility vocabulary
  certifications: get list remove removeMany update updateMany · drafts: keep list · exchange: cancel discardArchive importArchive previewArchive progress
  experiments: get list remove update · history: ofItem page removedBy restore · initiatives: get list remove removeMany update updateMany
  journal: beginTimer changeTimer days endTimer get kinds lastLines ownKinds page remove removeMany returnTimer tags timer totals uids update updateMany usedTags usualLines waiting
  learning: get list remove removeMany update updateMany · metricPoints: get list paste recorded remove update · metrics: get list remove series update
  load: get hours list remove removeMany update updateMany
  milestones: move remove update · obstacles: get list remove removeMany update updateMany · overview: get
  people: get list merge remove removeMany update updateMany · plan: changeVariant counted forecast get passGate reopenGate reschedule update variants
  projects: get list remove removeMany update updateMany · requirements: move remove update
  reviews: facts get list markdown prompts remove saveDraft sign years · search: find named
  savedViews: get list remove update
  skills: evidence get list move remove removeMany retract setArchived update updateMany · stages: move remove update
  steps: get list next remove update updateMany · journal: found
  workspace: info openDemo openFolder redo saveSettings told undo undoState`
  .split(/[\n·]/)
  .filter((line) => line.trim() !== '')
  .flatMap((line) => {
    const [feature, names] = line.split(':').map((part) => part.trim())
    return (names ?? '').split(' ').map((name) => `${feature}/${name}`)
  })

const procedures = Object.entries(contract).flatMap(([feature, members]) =>
  Object.entries(members).flatMap(([name, member]) => (isContractProcedure(member) ? [`${feature}/${name}`] : [])),
)

it('every procedure is known to make an item or to make none', () => {
  expect([...Object.keys(MAKES), ...MAKES_NONE].sort()).toEqual(procedures.sort())
  const looksLikeMaking = /\/(create|add|capture|choose|assess|start|revise|copy|duplicate|new)/i
  expect(MAKES_NONE.filter((path) => looksLikeMaking.test(path))).toEqual([])
})

describe.each(Object.keys(MAKES))('%s', (path) => {
  let sample: Sample
  let name: string
  const uid = uuidv7()
  const input = (content: object) => ({ ...content, [name]: uid })

  beforeAll(async () => {
    await openApp()
    await startPlan()
    sample = (await MAKES[path]?.()) ?? { asked: {}, edited: null }
    name = sample.name ?? 'uid'
  })

  afterAll(closeApp)

  it('makes no item without a uid of its maker, nor under one that is no UUIDv7', async () => {
    const { [name]: _uid, ...without } = input(sample.asked) as Record<string, unknown>
    const before = countItems()
    for (const wrong of [without, { ...without, [name]: 'x' }, { ...without, [name]: crypto.randomUUID() }])
      expect(await ask(path, wrong)).toMatchObject({ status: 422, json: { code: 'VALIDATION' } })
    expect(countItems()).toEqual(before)
  })

  it('asked again after it was taken back makes it again, and never touches an item of another type', async () => {
    const first = await ask(path, input(sample.asked))
    expect(first).toMatchObject({ status: 200, json: { uid } })
    const { type } = stored(uid)
    const count = countItems()
    expect(await ask('workspace/undo', { batchId: first.json.batchId })).toMatchObject({ status: 200 })
    const others = workspace.store.sqlite.prepare('SELECT uid FROM item WHERE type <> ? GROUP BY type').all(type)
    if (path !== 'plan/start') expect(others.length).toBeGreaterThan(5)
    for (const { uid: taken } of others as { uid: string }[]) {
      const answer = await ask(path, { ...input(sample.asked), [name]: taken })
      expect(answer).toMatchObject({ status: 409, json: { data: { reason: 'uid-taken' } } })
    }
    expect(await ask(path, input(sample.asked))).toMatchObject({ status: 200, json: { uid } })
    expect(countItems()).toEqual(count)
  })

  it('asked twice makes one item and answers the same', async () => {
    const first = await ask(path, input(sample.asked))
    const [count, item] = [countItems(), stored(uid)]
    expect(await ask(path, input(sample.asked))).toEqual(first)
    expect(await ask(path, { ...input(sample.asked), [name]: uid.toUpperCase() })).toEqual(first)
    expect(countItems()).toEqual(count)
    expect(stored(uid)).toEqual(item)
  })

  it('asked again with other content changes that item, as one action that can be taken back', async () => {
    const [count, before] = [countItems(), stored(uid)]
    if (sample.edited === null) return
    const second = await ask(path, input(sample.edited))
    expect(second).toMatchObject({ status: 200, json: { uid } })
    expect(stored(uid)).not.toEqual(before)
    expect(await ask(path, input(sample.edited))).toMatchObject({ status: 200, json: { uid } })
    expect(countItems()).toEqual(count)
    expect(await ask('workspace/undo', { batchId: second.json.batchId })).toMatchObject({ status: 200 })
    expect(stored(uid)).toEqual(before)
    // The form was edited back and forth while no answer came: the last saved content is what is stored.
    await make(path, input(sample.edited))
    await make(path, input(sample.asked))
    expect(stored(uid)).toEqual(before)
    expect(countItems()).toEqual(count)
  })
})

describe('a repeat that comes late', () => {
  beforeAll(openApp)
  afterAll(closeApp)

  it('takes back nothing that was changed elsewhere meanwhile', async () => {
    const uid = uuidv7()
    const line = { title: 'Line', day: TODAY, minutes: 30, notes: '' }
    await make('journal/create', { uid, fields: line })
    await make('journal/update', { uid, patch: { notes: 'Written in another window' } })
    await make('journal/create', { uid, fields: line })
    await make('journal/create', { uid, fields: { ...line, minutes: 45 } })
    const { json } = await ask('journal/get', { uid })
    expect(json).toMatchObject({ title: 'Line', minutes: 45, notes: 'Written in another window' })
  })

  it('of a line of quick add leaves nobody behind who is named no more', async () => {
    const uid = uuidv7()
    const line = { title: 'Встреча', day: TODAY }
    const [ivan, anna] = [uuidv7(), uuidv7()]
    const people = async () =>
      ((await ask('people/list', {})).json as unknown as { name: string }[]).map(({ name }) => name)
    const both = [
      { uid: ivan, name: 'Иван' },
      { uid: anna, name: 'Анна' },
    ]
    await make('journal/capture', { uid, fields: line, newPeople: both })
    await make('journal/create', { uid: uuidv7(), fields: { title: 'Another', day: TODAY, links: [anna] } })
    const { json } = await ask('journal/capture', { uid, fields: line, newPeople: [] })
    expect(await people()).toEqual(['Анна'])
    await ask('workspace/undo', { batchId: json.batchId })
    expect((await people()).sort()).toEqual(['Анна', 'Иван'])
    // By now the page knows the new people and refers to them by uid, like everybody else.
    await make('journal/capture', { uid, fields: { ...line, links: [ivan, anna] }, newPeople: [] })
    expect((await people()).sort()).toEqual(['Анна', 'Иван'])
  })

  it('of a rating counts again when it was taken back, and corrects what was corrected before saving again', async () => {
    await startPlan()
    const uid = uuidv7()
    const skillUid = firstOf('skill')
    const rating = { skillUid, level: 2, day: TODAY, note: '', evidence: [] }
    const { json } = await ask('skills/assess', { uid, ...rating })
    await ask('workspace/undo', { batchId: json.batchId })
    const level = async () =>
      ((await ask('skills/get', { uid: skillUid })).json as unknown as { level: number | null }).level
    expect(await level()).toBeNull()
    await make('skills/assess', { uid, ...rating })
    expect(await level()).toBe(2)
    await make('skills/assess', { uid, ...rating, level: 4 })
    expect(await level()).toBe(4)
    const skill = (await ask('skills/get', { uid: skillUid })).json as unknown as { assessments: unknown[] }
    expect(skill.assessments).toHaveLength(1)
  })
})

it('an import asked for again after its answer was lost answers the same', async () => {
  await openApp()
  await startPlan()
  const archive = await (await app.fetch(new Request('http://kurs/export/archive'))).text()
  const count = countItems()
  await closeApp()
  await openApp()
  const headers = {
    'content-type': 'application/octet-stream',
    [UPLOAD_HEADER]: 'archive',
    ...onePiece(Buffer.byteLength(archive)),
  }
  const sent = await app.fetch(new Request('http://kurs/import/archive', { method: 'POST', headers, body: archive }))
  const upload = (await sent.json()) as { uploadId: string }
  const first = await ask('exchange/importArchive', upload)
  expect(first).toMatchObject({ status: 200 })
  expect(await ask('exchange/importArchive', upload)).toEqual(first)
  expect(countItems()).toEqual(count)
  await closeApp()
})
