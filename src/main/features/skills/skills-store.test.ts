import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { removeItem, updateItem } from '#main/store/engine/items.ts'
import { redo, undo, undoState } from '#main/store/engine/undo.ts'
import type { Patch } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { planEntity, stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { currentLevels } from '#main/store/facts/skill-levels.ts'
import { SkillLine, SkillView } from '#shared/contract/skills.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import type { SkillFields } from '#shared/model/skill.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { createSkill, moveSkill, setSkillArchived, setSkillsArchived, updateSkill } from './skill-edit-store.ts'
import { assessSkill, getSkill, listSkills, retractAssessment } from './skills-store.ts'

let store: Store
let close: () => void
let stages: string[]
const TODAY = '2026-11-23'

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
  add(store, planEntity, { title: 'p', fromRole: 'PMO', toRole: 'CTO', startDay: '2026-01-01' })
  stages = [0, 1, 2].map((position) =>
    add(store, stageEntity, {
      position,
      title: `Stage ${position}`,
      plannedStart: `${2026 + position}-01-01`,
      plannedEnd: `${2027 + position}-01-01`,
    }),
  )
})

afterEach(() => close())

const skill = (fields: Patch<SkillFields> = {}) => createSkill(store, { fields: { title: 'Облако', ...fields } }).uid
const rate = (skillUid: string, level: number, day: string, evidence: string[] = []) =>
  assessSkill(store, { skillUid, level, day, note: `уровень ${level}`, evidence })
/** Both answers as the contract checks them. */
const list = () => listSkills(store).map((line) => SkillLine.parse(line))
const get = (uid: string) => SkillView.parse(getSkill(store, { uid }))

function lineOf(uid: string) {
  const line = list().find((one) => one.uid === uid)
  if (line === undefined) throw new Error('no such skill')
  return line
}

describe('the state of a skill', () => {
  it('is open until rated, with the whole target missing', () => {
    const uid = skill({ targets: { [stages[0] ?? '']: 2, [stages[2] ?? '']: 4 } })
    expect(lineOf(uid)).toMatchObject({ level: null, assessedOn: null, target: 2, gap: 2, baseline: null })
    expect(lineOf(uid).targets).toEqual({ [stages[0] ?? '']: 2, [stages[2] ?? '']: 4 })
  })

  it('follows the present stage', () => {
    const uid = skill({ targets: { [stages[0] ?? '']: 2, [stages[2] ?? '']: 4 } })
    rate(uid, 3, TODAY)
    expect(lineOf(uid)).toMatchObject({ level: 3, assessedOn: TODAY, target: 2, gap: 0 })
    for (const [index, expected] of [
      { target: null, gap: null },
      { target: 4, gap: 1 },
      { target: null, gap: null },
    ].entries()) {
      updateItem(store, stageEntity, { uid: stages[index] ?? '', patch: { passedOn: TODAY } })
      expect(lineOf(uid)).toMatchObject(expected)
    }
  })

  it('counts the minutes of 365 days and knows the last day', () => {
    const uid = skill()
    const log = (day: string, minutes: number, links = [uid]) =>
      add(store, activityEntity, { title: 'a', day, minutes, links })
    log(TODAY, 30)
    log(addDays(TODAY, -364), 15)
    log(addDays(TODAY, -365), 1000)
    log(addDays(TODAY, -1), 500, [])
    log(addDays(TODAY, 1), 500)
    expect(lineOf(uid)).toMatchObject({ yearMinutes: 45, lastActivityDay: TODAY })
    expect(lineOf(skill())).toMatchObject({ yearMinutes: 0, lastActivityDay: null })
    expect(get(uid)).toMatchObject({ yearMinutes: 45, lastActivityDay: TODAY })
  })

  it('takes the baseline of a PMO lead from the template', () => {
    expect(lineOf(add(store, skillEntity, { key: 'delivery-management', title: 'x' })).baseline).toBe(3)
  })
})

describe('ratings', () => {
  it('stay in the history, newest first, with their evidence', () => {
    const uid = skill()
    const proof = add(store, activityEntity, { title: 'Ревью', day: TODAY })
    rate(uid, 2, '2026-11-20', [proof])
    rate(uid, 1, '2026-10-01')
    rate(uid, 3, '2026-11-20')
    const { assessments, level, assessedOn } = get(uid)
    expect(assessments.map((one) => [one.day, one.level])).toEqual([
      ['2026-11-20', 3],
      ['2026-11-20', 2],
      ['2026-10-01', 1],
    ])
    expect(assessments[1]?.refs.map(({ title }) => title)).toContain('Ревью')
    expect([level, assessedOn]).toEqual([3, '2026-11-20'])
  })

  it('are refused for tomorrow, for a level that does not exist and for what is no skill', () => {
    const uid = skill()
    expect(refusal(() => rate(uid, 2, addDays(TODAY, 1)))).toContain('day.future')
    expect(refusal(() => rate(uid, 6, TODAY))).toContain('level.invalid')
    expect(refusal(() => rate(uid, -1, TODAY))).toContain('level.invalid')
    expect(refusal(() => rate(uid, 2.5, TODAY))).toContain('level.invalid')
    expect(refusal(() => rate(stages[0] ?? '', 2, TODAY))).toContain('ref.wrongType')
    expect(refusal(() => rate(uid, 2, '2026-02-31'))).toContain('day.invalid')
    expect(get(uid).assessments).toEqual([])
  })

  it('are taken back, not deleted; undo counts them again', () => {
    const uid = skill()
    rate(uid, 1, '2026-11-01')
    const newest = rate(uid, 4, '2026-11-20').uid
    retractAssessment(store, { uid: newest })
    expect(lineOf(uid)).toMatchObject({ level: 1, assessedOn: '2026-11-01' })
    const retracted = get(uid).assessments[0]
    expect(retracted).toMatchObject({ level: 4, retractedAt: expect.any(Number) })
    retractAssessment(store, { uid: newest })
    expect(get(uid).assessments[0]).toEqual(retracted)
    undo(store)
    expect(lineOf(uid).level).toBe(4)
    redo(store)
    expect(lineOf(uid).level).toBe(1)
  })

  it('taken back by undo stay in the history too', () => {
    const uid = skill()
    rate(uid, 4, TODAY)
    undo(store)
    expect(lineOf(uid).level).toBeNull()
    expect(get(uid).assessments).toHaveLength(1)
  })

  it('tell the level as it was on a day', () => {
    const uid = skill()
    rate(uid, 1, '2025-11-01')
    rate(uid, 3, '2026-11-01')
    expect(currentLevels(store, '2025-11-23').get(uid)).toEqual({ level: 1, day: '2025-11-01' })
    expect(currentLevels(store, '2025-10-31').get(uid)).toBeUndefined()
    expect(currentLevels(store).get(uid)?.level).toBe(3)
  })
})

describe('editing', () => {
  it('orders skills by area, then place; archived ones last', () => {
    const soft = skill({ title: 'soft', area: 'soft' })
    const one = skill({ title: 'one' })
    const two = skill({ title: 'two' })
    const three = skill({ title: 'three' })
    setSkillArchived(store, { uid: one, archived: true })
    expect(list().map(({ uid }) => uid)).toEqual([two, three, soft, one])
    setSkillArchived(store, { uid: one, archived: false })
    expect(list().map(({ archived }) => archived)).not.toContain(true)
    updateSkill(store, { uid: two, patch: { area: 'soft' } })
    expect(
      list()
        .map(({ uid }) => uid)
        .slice(-2),
    ).toEqual([soft, two])
  })

  it('calls setting aside by its name, of one and of several', () => {
    const uids = [skill({ title: 'one' }), skill({ title: 'two' })]
    expect(setSkillsArchived(store, { uids, patch: { archived: true } }).count).toBe(2)
    expect(undoState(store).undo?.label).toBe('skill.archiveMany')
    setSkillsArchived(store, { uids: uids.slice(0, 1), patch: { archived: false } })
    expect(undoState(store).undo?.label).toBe('skill.unarchive')
  })

  it('keeps the history of an archived skill', () => {
    const uid = skill()
    rate(uid, 2, TODAY)
    setSkillArchived(store, { uid, archived: true })
    expect(lineOf(uid)).toMatchObject({ archived: true, level: 2 })
  })

  it('lets an alias mean one skill', () => {
    const uid = skill({ aliases: ['Надёжность', 'надежность', 'sre'] })
    expect(lineOf(uid).aliases).toEqual(['надёжность', 'sre'])
    expect(refusal(() => skill({ aliases: ['ok', 'НАДЕЖНОСТЬ'] }))).toBe(
      JSON.stringify(['VALIDATION', { issues: [{ path: ['aliases', 1], message: 'alias.taken' }] }]),
    )
    for (const alias of ['два слова', '#x', '1', '-', '@me'])
      expect(
        refusal(() => skill({ aliases: [alias] })),
        alias,
      ).toContain('alias.invalid')
    updateSkill(store, { uid, patch: { aliases: ['SRE', 'on-call'] } })
    expect(lineOf(uid).aliases).toEqual(['sre', 'on-call'])
    skill({ aliases: ['надежность'] })
  })

  it('refuses targets for what is no stage', () => {
    expect(refusal(() => skill({ targets: { '019aaaaa-0000-7000-8000-000000000000': 2 } }))).toContain('NOT_FOUND')
    expect(refusal(() => skill({ targets: { [stages[0] ?? '']: 7 } }))).toContain('level.invalid')
  })

  it('removes a skill with its ratings and brings both back', () => {
    const uid = skill()
    rate(uid, 2, TODAY)
    removeItem(store, skillEntity, { uid })
    expect(list()).toEqual([])
    undo(store)
    expect(get(uid)).toMatchObject({ level: 2, title: 'Облако' })
  })
})

describe('the order of skills', () => {
  const titles = () => list().map(({ title }) => title)

  it('is moved within an area, past those that are set aside, as one undoable action', () => {
    const [, b, c] = ['a', 'b', 'c', 'd'].map((title) => skill({ title, area: 'technical' }))
    skill({ title: 'other', area: 'soft' })
    setSkillArchived(store, { uid: b ?? '', archived: true })
    const before = titles()
    moveSkill(store, { uid: c ?? '', to: 0 })
    expect(titles().filter((title) => title !== 'other')).toEqual(['c', 'a', 'd', 'b'])
    moveSkill(store, { uid: c ?? '', to: 1 })
    expect(titles().filter((title) => title !== 'other')).toEqual(['a', 'c', 'd', 'b'])
    moveSkill(store, { uid: c ?? '', to: 99 })
    expect(titles().filter((title) => title !== 'other')).toEqual(['a', 'd', 'c', 'b'])
    undo(store)
    undo(store)
    undo(store)
    expect(titles()).toEqual(before)
  })
})
