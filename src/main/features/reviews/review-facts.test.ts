import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPlan } from '#main/features/plan/plan-start-store.ts'
import { getPlan } from '#main/features/plan/plan-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { undo } from '#main/store/engine/undo.ts'
import { write } from '#main/store/engine/writer.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { metricEntity, metricPointEntity } from '#main/store/entities/metrics.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { milestoneEntity, planEntity, stageEntity } from '#main/store/entities/plan.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { assessmentEntity, skillEntity } from '#main/store/entities/skills.ts'
import type { ActivityFields } from '#shared/model/activity.ts'
import { ReviewFacts } from '#shared/model/review-facts.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { getFacts } from './reviews-store.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2027, 2, 20, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const log = (day: string, minutes: number, fields: Partial<ActivityFields> = {}) =>
  add(store, activityEntity, { title: 'x', kind: 'study', ...fields, day, minutes })

const facts = (periodStart = '2026-03-15', periodEnd = '2027-03-14') =>
  ReviewFacts.parse(getFacts(store, { periodStart, periodEnd }))

describe('totals of a period', () => {
  it('hold exactly the days of the period, and those of the one before', () => {
    log('2025-03-14', 1000)
    log('2025-03-15', 7)
    log('2026-03-14', 5)
    log('2026-03-15', 60)
    log('2026-03-15', 30, { kind: 'reading' })
    log('2026-12-31', 15, { kind: 'reading' })
    log('2027-01-01', 45, { kind: null, inbox: true })
    log('2027-03-14', 120)
    log('2027-03-15', 1000)
    const found = facts()
    expect(found.totals).toEqual({ minutes: 270, activities: 5, activeDays: 4, activeWeeks: 3 })
    expect(found.before).toEqual({ minutes: 12, activities: 2, activeDays: 2, activeWeeks: 2 })
    expect(found.byKind).toEqual([
      { kind: 'study', minutes: 180, activities: 2 },
      { kind: 'reading', minutes: 45, activities: 2 },
      { kind: null, minutes: 45, activities: 1 },
    ])
    expect(found.byMonth).toHaveLength(13)
    expect(found.byMonth.filter(({ minutes }) => minutes > 0)).toEqual([
      { month: '2026-03', minutes: 90 },
      { month: '2026-12', minutes: 15 },
      { month: '2027-01', minutes: 45 },
      { month: '2027-03', minutes: 120 },
    ])
    // 31 December 2026 and 1 January 2027 share ISO week 53; 15 March 2026 is a Sunday.
    expect(found.byWeek.filter(({ minutes }) => minutes > 0)).toEqual([
      { week: '2026-W11', minutes: 90 },
      { week: '2026-W53', minutes: 60 },
      { week: '2027-W10', minutes: 120 },
    ])
  })

  it.each([
    ['2028-02-01', '2028-02-29', 9],
    ['2028-02-29', '2028-02-29', 9],
    ['2028-01-31', '2028-03-01', 9 + 2 + 4],
    ['2028-02-28', '2028-03-31', 9 + 4],
    ['2028-01-01', '2028-12-31', 9 + 2 + 4 + 16],
  ])('from %s to %s add up by kind as by day', (start, end, minutes) => {
    log('2027-12-31', 500)
    log('2028-01-31', 2, { kind: 'reading' })
    log('2028-02-29', 9)
    log('2028-03-01', 4, { kind: 'meeting' })
    log('2028-12-31', 16)
    log('2029-01-01', 500)
    expect(facts(start, end).totals).toEqual({ minutes: 0, activities: 0, activeDays: 0, activeWeeks: 0 })
    store.clock = () => Date.UTC(2029, 0, 1, 12)
    const found = facts(start, end)
    const sum = (rows: { minutes: number }[]) => rows.reduce((total, row) => total + row.minutes, 0)
    expect(found.totals.minutes).toBe(minutes)
    expect([sum(found.byKind), sum(found.byMonth), sum(found.byWeek)]).toEqual([minutes, minutes, minutes])
  })

  it('count a line for each skill, person and project it is about', () => {
    const cloud = add(store, skillEntity, { title: { ru: 'Облако', en: 'Cloud' }, area: 'technical' })
    const data = add(store, skillEntity, { title: 'Данные', area: 'technical' })
    const anna = add(store, personEntity, { name: 'Анна', role: 'mentor' })
    const pet = add(store, projectEntity, { title: 'Пет', kind: 'pet' })
    add(store, projectEntity, { title: 'Без времени', kind: 'pet' })
    log('2026-04-01', 30, { links: [cloud, data, anna, pet] })
    log('2026-04-02', 60, { links: [cloud] })
    log('2026-03-14', 500, { links: [cloud, anna, pet] })
    const found = facts()
    expect(found.bySkill).toEqual([
      { uid: cloud, skill: { ru: 'Облако', en: 'Cloud' }, minutes: 90, activities: 2 },
      { uid: expect.any(String), skill: 'Данные', minutes: 30, activities: 1 },
    ])
    expect(found.people).toEqual([{ uid: anna, name: 'Анна', role: 'mentor', minutes: 30, activities: 1 }])
    expect(found.projects).toEqual([expect.objectContaining({ title: 'Пет', minutes: 30 })])
  })
})

describe('skills of a period', () => {
  const rate = (skillUid: string, level: number, day: string, more: { note?: string; evidence?: string[] } = {}) =>
    write(store, 'skill.assess', (w) => w.insert(assessmentEntity, { skillUid, level, day, ...more })).result

  it('go from the level before the period to the newest one in it', () => {
    const skill = add(store, skillEntity, { title: 'Облако', area: 'technical' })
    const proof = log('2026-05-01', 10, { title: 'Развернул сервис' })
    rate(skill, 1, '2025-01-01')
    rate(skill, 2, '2026-03-14')
    rate(skill, 3, '2026-03-15')
    rate(skill, 4, '2027-03-14', { note: 'сам', evidence: [proof] })
    rate(skill, 5, '2027-03-15')
    expect(facts().skills).toEqual([
      {
        uid: skill,
        title: 'Облако',
        area: 'technical',
        from: 2,
        to: 4,
        target: null,
        day: '2027-03-14',
        note: 'сам',
        evidence: ['Развернул сервис'],
      },
    ])
  })

  it('start from the first rating where the period holds the first ones', () => {
    const skill = add(store, skillEntity, { title: 'Облако', area: 'technical' })
    rate(skill, 1, '2026-04-01')
    expect(facts().skills).toMatchObject([{ from: null, to: 1 }])
    rate(skill, 2, '2026-09-01')
    rate(skill, 3, '2026-09-01')
    expect(facts().skills).toMatchObject([{ from: 1, to: 3 }])
  })

  it('do not count a rating that was taken back', () => {
    const skill = add(store, skillEntity, { title: 'Облако', area: 'technical' })
    rate(skill, 1, '2025-01-01')
    rate(skill, 2, '2026-05-01')
    rate(skill, 5, '2026-06-01')
    undo(store)
    expect(facts().skills).toMatchObject([{ from: 1, to: 2 }])
    undo(store)
    expect(facts().skills).toEqual([])
  })

  it('name those the present stage asks about that were not rated', () => {
    startPlan(store, { startDay: '2026-03-15', horizonYears: 8, vision: 'CTO' })
    const [stage] = getPlan(store).stages
    const rows = store.sqlite.prepare('SELECT uid, targets FROM skill JOIN item USING (id)').all()
    const wanted = (rows as { uid: string; targets: string }[]).filter(
      ({ targets }) => ((JSON.parse(targets) as Record<string, number>)[stage?.uid ?? ''] ?? 0) > 0,
    )
    expect(facts().skillsNotRated).toHaveLength(wanted.length)
    rate(wanted[0]?.uid ?? '', 2, '2026-06-01')
    rate(wanted[1]?.uid ?? '', 1, '2026-03-01')
    const { skills, skillsNotRated } = facts()
    expect(skills).toHaveLength(1)
    expect(skills[0]?.target).toBeTypeOf('number')
    expect(skillsNotRated).toHaveLength(wanted.length - 1)
    expect(skillsNotRated).toContainEqual(expect.objectContaining({ level: 1, day: '2026-03-01' }))
  })
})

describe('what was reached in a period', () => {
  it('takes learning that ended or was worked on, as it stood at the end', () => {
    const learn = (title: string, fields: object) => add(store, learningEntity, { title, kind: 'course', ...fields })
    learn('before', { status: 'done', endDay: '2026-03-14' })
    learn('in it', { status: 'done', endDay: '2026-03-15' })
    learn('dropped', { status: 'dropped', endDay: '2027-03-14' })
    const later = learn('later', { status: 'done', endDay: '2027-03-15' })
    learn('running then', { status: 'done', startDay: '2026-10-01', endDay: '2027-03-16' })
    learn('not begun then', { status: 'done', startDay: '2027-03-15', endDay: '2027-03-17' })
    learn('planned', { status: 'planned' })
    learn('running', { status: 'inProgress', startDay: '2026-10-01' })
    learn('not begun', { status: 'inProgress', startDay: '2027-03-15' })
    log('2027-01-01', 90, { links: [later] })
    expect(facts().learning.map(({ title, status, endDay, minutes }) => [title, status, endDay, minutes])).toEqual([
      ['in it', 'done', '2026-03-15', 0],
      ['dropped', 'dropped', '2027-03-14', 0],
      ['later', 'inProgress', null, 90],
      ['running then', 'inProgress', null, 0],
      ['running', 'inProgress', null, 0],
    ])
  })

  it('takes what became of certifications', () => {
    const certify = (title: string, fields: object) => add(store, certificationEntity, { title, ...fields })
    certify('earned', { status: 'earned', issueDay: '2026-06-01', expiryDay: '2029-06-01' })
    certify('ran out', { status: 'earned', issueDay: '2024-01-01', expiryDay: '2027-01-01' })
    certify('failed', { status: 'failed', examDay: '2026-07-01' })
    certify('failed before', { status: 'failed', examDay: '2025-07-01' })
    certify('old', { status: 'earned', issueDay: '2024-01-01' })
    certify('planned', { status: 'planned' })
    expect(facts().certifications.map(({ title, status, day }) => [title, status, day])).toEqual([
      ['earned', 'earned', '2026-06-01'],
      ['ran out', 'expired', '2027-01-01'],
      ['failed', 'failed', '2026-07-01'],
    ])
    certify('booked', { status: 'booked', examDay: '2027-05-01' })
    expect(facts('2026-04-01', '2027-03-31').certifications.at(-1)).toEqual({
      uid: expect.any(String),
      renewed: false,
      title: 'booked',
      issuer: '',
      status: 'booked',
      day: '2027-05-01',
    })
  })

  it('tells each term of a certification in its year, and a lapse only where nothing followed in time', () => {
    const term = (issueDay: string | null, expiryDay: string | null) => ({
      issueDay,
      expiryDay,
      credentialId: '',
      credentialUrl: '',
    })
    const certify = (title: string, status: 'earned' | 'expired', ...terms: ReturnType<typeof term>[]) =>
      add(store, certificationEntity, { title, status, ...terms.at(-1), formerTerms: terms.slice(0, -1) })
    certify(
      'kept',
      'earned',
      term('2020-05-01', '2023-05-01'),
      term('2023-04-01', '2026-05-01'),
      term('2026-04-20', null),
    )
    certify('lapsed', 'earned', term('2020-05-01', '2023-05-01'), term('2024-02-01', '2027-02-01'))
    certify('moved on', 'expired', term('2020-05-01', '2023-05-01'), term(null, '2026-05-01'))
    const of = (year: number) =>
      facts(`${year}-01-01`, `${year}-12-31`).certifications.map(({ title, status, day, renewed }) => [
        title,
        renewed ? 'renewed' : status,
        day,
      ])
    expect(of(2020)).toEqual(['kept', 'lapsed', 'moved on'].map((title) => [title, 'earned', '2020-05-01']))
    expect(of(2023)).toEqual([
      ['kept', 'renewed', '2023-04-01'],
      ['lapsed', 'expired', '2023-05-01'],
    ])
    expect(of(2024)).toEqual([['lapsed', 'renewed', '2024-02-01']])
    expect(of(2026)).toEqual([
      ['kept', 'renewed', '2026-04-20'],
      ['moved on', 'expired', '2026-05-01'],
    ])
  })

  it('takes gates, milestones, achievements, metrics and verdicts by their days', () => {
    add(store, planEntity, { title: 'P', fromRole: 'PMO', toRole: 'CTO', startDay: '2026-03-15', vision: 'Цель' })
    const dates = { plannedStart: '2026-03-15', plannedEnd: '2027-03-15' }
    const stageUid = add(store, stageEntity, { title: 'S0', ...dates, passedOn: '2027-03-14', passNote: 'да' })
    add(store, stageEntity, { title: 'S1', position: 1, ...dates })
    const plan = (title: string, plannedDay: string, doneDay: string | null) =>
      add(store, milestoneEntity, { title, stageUid, plannedDay, doneDay })
    plan('done early', '2026-05-01', '2026-03-01')
    plan('done', '2026-05-01', '2026-06-01')
    plan('done after', '2026-07-01', '2027-03-15')
    plan('open', '2026-08-01', null)
    plan('next year', '2027-05-01', null)
    plan('ahead of plan', '2027-05-01', '2027-01-01')
    for (const day of ['2026-03-14', '2026-03-15', '2027-03-15'])
      add(store, achievementEntity, { title: day, day, audience: ['cLevel'], result: 'вышло' })
    const metricUid = add(store, metricEntity, { title: 'NPS', unit: '', direction: 'up' })
    for (const [day, value] of [
      ['2026-01-01', 10],
      ['2026-05-01', 20],
      ['2027-01-01', 35],
      ['2027-04-01', 99],
    ] as const)
      add(store, metricPointEntity, { metricUid, day, value })
    const fresh = add(store, metricEntity, { title: 'LTV', unit: '₽', direction: 'up' })
    add(store, metricPointEntity, { metricUid: fresh, day: '2026-05-01', value: 3 })
    expect(facts().metrics[1]).toMatchObject({ title: 'LTV', from: null, to: 3 })
    add(store, metricPointEntity, { metricUid: fresh, day: '2026-05-02', value: 4 })
    expect(facts().metrics[1]).toMatchObject({ title: 'LTV', from: 3, to: 4 })
    const obstacleUid = add(store, obstacleEntity, { title: 'Перегрузка' })
    const verdict = { obstacleUid, verdict: 'failed' as const, lesson: 'мало' }
    add(store, experimentEntity, { title: 'E', ...verdict, verdictDay: '2026-09-01' })
    add(store, experimentEntity, { title: 'old', ...verdict, verdictDay: '2025-09-01' })

    const found = facts()
    expect(found.plan).toMatchObject({ fromRole: 'PMO', vision: 'Цель', stage: 'S1', readiness: null, gaps: [] })
    expect(found.gatesPassed).toEqual([{ uid: stageUid, stage: 'S0', day: '2027-03-14', note: 'да' }])
    expect(found.milestones.map(({ title, doneDay }) => [title, doneDay])).toEqual([
      ['done', '2026-06-01'],
      ['done after', null],
      ['open', null],
      ['ahead of plan', '2027-01-01'],
    ])
    expect(found.achievements).toMatchObject([{ title: '2026-03-15', audience: ['cLevel'], result: 'вышло' }])
    expect(found.metrics[0]).toEqual({
      uid: metricUid,
      title: 'NPS',
      unit: '',
      direction: 'up',
      from: 10,
      to: 35,
      day: '2027-01-01',
    })
    expect(found.obstacles).toEqual([{ uid: obstacleUid, title: 'Перегрузка', status: 'open' }])
    expect(found.experiments).toEqual([
      {
        uid: expect.any(String),
        title: 'E',
        obstacle: 'Перегрузка',
        verdict: 'failed',
        day: '2026-09-01',
        lesson: 'мало',
      },
    ])
  })
})
