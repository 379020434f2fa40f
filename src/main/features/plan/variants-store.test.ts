import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { updateItem } from '#main/store/engine/items.ts'
import { undo } from '#main/store/engine/undo.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { milestoneEntity, requirementEntity } from '#main/store/entities/plan.ts'
import { StageVariant } from '#shared/contract/plan.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { passGate } from './gates-store.ts'
import { startPlan } from './plan-start-store.ts'
import { getPlan } from './plan-store.ts'
import { changeVariant, listVariants } from './variants-store.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const UID = '01939a3e-0000-7000-8000-000000000001'

const start = (variant?: string, startDay = '2026-11-02') =>
  startPlan(store, {
    uid: UID,
    ...{ startDay, horizonYears: 8, vision: '' },
    ...(variant !== undefined && { variants: [{ stage: 'tech-lead', variant }] }),
  })

function secondStage() {
  const stage = getPlan(store).stages[1]
  if (stage === undefined) throw new Error('no second stage')
  return stage
}

const choose = (variant: string) => changeVariant(store, { stageUid: secondStage().uid, variant })

/** The stage in a form for comparing: its requirements and milestones in order, and the targets of skills. */
function shape() {
  const { requirements, milestones, uid } = secondStage()
  const titles = new Map(milestones.map((one) => [one.uid, one.key]))
  return {
    asked: requirements.map(({ kind, level, count, metricValue, weight, milestoneUid, note }) =>
      [kind, level ?? count ?? metricValue ?? titles.get(milestoneUid ?? ''), weight, JSON.stringify(note)].join(' '),
    ),
    steps: milestones.map(({ key, plannedDay }) => `${key} ${plannedDay}`),
    targets: store.sqlite
      .prepare(
        "SELECT skill.key, json_extract(targets, '$.\"' || ? || '\"') AS level FROM skill WHERE skill.key IN ('programming', 'code-review', 'devops-delivery', 'product-thinking') ORDER BY 1",
      )
      .all(uid),
  }
}

const skill = (key: string) => {
  const sql = 'SELECT item.uid FROM skill CROSS JOIN item USING (id) WHERE key = ?'
  return (store.sqlite.prepare(sql).get(key) as { uid: string }).uid
}

const variants = () => StageVariant.array().parse(listVariants(store, { stageUid: secondStage().uid }))
const chosen = () => variants().flatMap(({ key, chosen: is }) => (is ? [key] : []))

describe('a plan started in a variant', () => {
  it('is that of the tech lead unless said otherwise', () => {
    start()
    expect(chosen()).toEqual(['tech-lead'])
    expect(secondStage().milestones.map(({ key }) => key)).toContain('own-code-ten')
  })

  it('asks of the analyst data and integration instead of code', () => {
    start('systems-analyst')
    expect(chosen()).toEqual(['systems-analyst'])
    const { requirements, milestones } = secondStage()
    expect(requirements).toHaveLength(12)
    const subjects = JSON.stringify(requirements.flatMap(({ refs }) => refs))
    expect(subjects).toContain('Data: storage and analysis')
    expect(subjects).not.toContain('Programming')
    expect(milestones.map(({ key }) => key)).toEqual(expect.arrayContaining(['integration-live', 'rework-halved']))
    expect(milestones.map(({ key }) => key)).not.toContain('own-code-ten')
  })

  it('is refused one that the template does not know, and is the one asked for last', () => {
    expect(refusal(() => start('poet'))).toContain('VALIDATION')
    start('tech-lead')
    start('systems-analyst')
    expect(chosen()).toEqual(['systems-analyst'])
  })
})

describe('choosing another variant', () => {
  it('makes the stage what it would have been, there and back, and one undo takes it back', () => {
    start('systems-analyst')
    const analyst = shape()
    undo(store)
    start()
    const lead = shape()
    choose('systems-analyst')
    expect(shape()).toEqual(analyst)
    choose('tech-lead')
    expect(shape()).toEqual(lead)
    undo(store)
    expect(shape()).toEqual(analyst)
    undo(store)
    expect(shape()).toEqual(lead)
  })

  it('says before what it will do', () => {
    start()
    const { change } = variants().find(({ key }) => key === 'systems-analyst') ?? {}
    expect(change).toMatchObject({
      removed: { requirements: { length: 4 }, milestones: { length: 3 } },
      added: { requirements: { length: 4 }, milestones: { length: 3 } },
      kept: { requirements: [], milestones: [] },
    })
    expect(change?.targets).toContainEqual({
      skill: { ru: expect.any(String), en: 'Programming: Python or Java' },
      stage: { ru: expect.any(String), en: 'Tech lead or systems analyst' },
      ...{ from: 3, to: 2 },
    })
    expect(variants()[0]?.change).toMatchObject({
      removed: { requirements: [] },
      added: { milestones: [] },
      targets: [],
    })
  })

  it('takes the milestones of a plan begun years ago for untouched where they stand as planned', () => {
    start(undefined, '2024-01-15')
    const { milestones, plannedEnd } = secondStage()
    expect(milestones.some(({ plannedDay }) => plannedDay < '2026-11-01')).toBe(true)
    expect(plannedEnd > '2026-11-23').toBe(true)
    const lead = milestones.map(({ key }) => key)
    const { change } = variants().find(({ key }) => key === 'systems-analyst') ?? {}
    expect(change?.kept.milestones).toEqual([])
    choose('systems-analyst')
    choose('tech-lead')
    expect(secondStage().milestones.map(({ key }) => key)).toEqual(lead)
    expect(chosen()).toEqual(['tech-lead'])
  })

  it('leaves what the person made, changed, did or wrote', () => {
    start()
    const { uid: stageUid, milestones, requirements } = secondStage()
    const step = (key: string) => milestones.find((one) => one.key === key)?.uid ?? ''
    const asked = (key: string) => requirements.find(({ milestoneUid }) => milestoneUid === step(key))?.uid ?? ''
    updateItem(store, milestoneEntity, { uid: step('own-code-ten'), patch: { doneDay: '2026-11-20' } })
    updateItem(store, milestoneEntity, { uid: step('reviews-sixty'), patch: { notes: 'с Ольгой' } })
    updateItem(store, requirementEntity, { uid: asked('lead-time-third'), patch: { note: 'Обещано директору' } })
    const own = add(store, requirementEntity, {
      stageUid,
      kind: 'evidence',
      evidenceKind: 'project',
      count: 2,
      position: 20,
    })
    choose('systems-analyst')
    const kept = secondStage()
    expect(kept.milestones.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['own-code-ten', 'reviews-sixty', 'lead-time-third', 'integration-live']),
    )
    expect(kept.requirements.map(({ uid }) => uid)).toEqual(expect.arrayContaining([own, asked('lead-time-third')]))
    expect(chosen()).toEqual(['systems-analyst'])
  })

  it('keeps a milestone that another gate asks for, and that requirement with it', () => {
    start()
    const step = secondStage().milestones.find(({ key }) => key === 'lead-time-third')?.uid ?? ''
    const third = getPlan(store).stages[2]
    const asked = add(store, requirementEntity, {
      ...{
        stageUid: third?.uid ?? '',
        kind: 'milestone',
        milestoneUid: step,
        weight: 8,
        note: 'Обещано',
        position: 30,
      },
    })
    choose('systems-analyst')
    expect(secondStage().milestones.map(({ uid }) => uid)).toContain(step)
    expect(getPlan(store).stages[2]?.requirements.map(({ uid }) => uid)).toContain(asked)
  })

  it.each([
    ['day', { plannedDay: '2028-06-01' }],
    ['check', { check: '' }],
    ['title', { title: 'По-своему' }],
    ['links', { links: [] }],
  ])('keeps a milestone whose %s was changed', (_, patch) => {
    start()
    const uid = secondStage().milestones.find(({ key }) => key === 'own-code-ten')?.uid ?? ''
    updateItem(store, milestoneEntity, { uid, patch })
    choose('systems-analyst')
    expect(secondStage().milestones.map((one) => one.uid)).toContain(uid)
  })

  it('says of a requirement that was changed that it stays, and does not aim lower than it asks', () => {
    start()
    const { requirements } = secondStage()
    const devops = skill('devops-delivery')
    const asked = requirements.find(({ skillUid }) => skillUid === devops)
    updateItem(store, requirementEntity, { uid: asked?.uid ?? '', patch: { weight: 8 } })
    const before = shape().targets
    const { change } = variants().find(({ key }) => key === 'systems-analyst') ?? {}
    expect(change?.kept.requirements).toHaveLength(1)
    choose('systems-analyst')
    expect(secondStage().requirements.map(({ uid }) => uid)).toContain(asked?.uid)
    const levelOf = (list: typeof before) => (list as { key: string }[]).find(({ key }) => key === 'devops-delivery')
    expect(levelOf(shape().targets)).toEqual(levelOf(before))
  })

  it('does not aim lower at a later stage than the gate there asks', () => {
    start()
    const [, , third, fourth] = getPlan(store).stages
    const skillUid = skill('programming')
    add(store, requirementEntity, { stageUid: third?.uid ?? '', kind: 'skill', skillUid, level: 3, weight: 5 })
    choose('systems-analyst')
    const sql = 'SELECT json_extract(targets, ?) AS level FROM skill CROSS JOIN item USING (id) WHERE item.uid = ?'
    const levelAt = (stage = '') => store.sqlite.prepare(sql).pluck().get(`$."${stage}"`, skillUid)
    expect([levelAt(third?.uid), levelAt(fourth?.uid)]).toEqual([3, 2])
  })

  it('keeps a milestone that a journal entry is about', () => {
    start()
    const uid = secondStage().milestones.find(({ key }) => key === 'lead-time-third')?.uid ?? ''
    add(store, activityEntity, { title: 'Замер', day: '2026-11-20', links: [uid] })
    choose('systems-analyst')
    expect(secondStage().milestones.map((one) => one.uid)).toContain(uid)
  })

  it('does not ask twice about what the person changed', () => {
    start()
    const { requirements } = secondStage()
    const code = requirements.find(({ skillUid, level, weight }) => skillUid !== null && level === 3 && weight === 3)
    updateItem(store, requirementEntity, { uid: code?.uid ?? '', patch: { level: 2 } })
    choose('systems-analyst')
    choose('tech-lead')
    const about = secondStage().requirements.filter(({ skillUid }) => skillUid === code?.skillUid)
    expect(about.map(({ level }) => level)).toEqual([2])
  })

  it('is not offered once the gate is passed, nor for a stage that has none', () => {
    start()
    const [first] = getPlan(store).stages
    expect(listVariants(store, { stageUid: first?.uid ?? '' })).toEqual([])
    expect(refusal(() => changeVariant(store, { stageUid: first?.uid ?? '', variant: 'tech-lead' }))).toContain(
      'NOT_FOUND',
    )
    passGate(store, { stageUid: first?.uid ?? '', day: '2026-11-20', note: '' })
    passGate(store, { stageUid: secondStage().uid, day: '2026-11-21', note: '' })
    expect(variants()).toEqual([])
    expect(refusal(() => choose('systems-analyst'))).toContain('gate-passed')
  })
})
