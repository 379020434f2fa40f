import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPlan } from '#main/features/plan/plan-start-store.ts'
import { getPlan } from '#main/features/plan/plan-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { write } from '#main/store/engine/writer.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { experimentEntity, obstacleEntity } from '#main/store/entities/obstacles.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { milestoneEntity, planEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { reviewEntity } from '#main/store/entities/reviews.ts'
import { assessmentEntity } from '#main/store/entities/skills.ts'
import { Overview } from '#shared/contract/overview.ts'
import type { ActivityFields } from '#shared/model/activity.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { getOverview } from './overview-store.ts'

/** 1 June 2026, noon UTC: the instant at which items of these tests are added. */
const NOW = Date.UTC(2026, 5, 1, 12)

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(NOW)
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const log = (day: string, minutes: number, fields: Partial<ActivityFields> = {}) =>
  write(store, 'activity.create', (w) =>
    w.insert(activityEntity, { title: 'x', kind: 'study', ...fields, day, minutes }),
  ).result
const read = (today: string, year?: number) => {
  store.clock = () => Date.parse(`${today}T12:00:00Z`)
  return Overview.parse(getOverview(store, { weekStartsOn: 1, year }))
}

describe('getOverview', () => {
  it('answers for an empty workspace', () => {
    expect(read('2026-06-01')).toMatchObject({
      plan: null,
      stage: null,
      year: { year: 2026, minutes: 0, activities: 0, activeDays: 0, byKind: [], byDay: [] },
      week: { minutes: 0, paceMinutes: null },
      due: [],
      recent: [],
      inbox: 0,
    })
  })

  it('adds up the calendar year by kind, month and day, and nothing outside it', () => {
    log('2023-12-31', 1000)
    log('2024-01-01', 60)
    log('2024-02-29', 30, { kind: 'reading' })
    log('2024-02-29', 15)
    log('2024-12-31', 45, { kind: null, inbox: true })
    log('2025-01-01', 1000)
    const { year, inbox } = read('2024-12-31')
    expect(year).toMatchObject({ year: 2024, minutes: 150, activities: 4, activeDays: 3, minutesYearBefore: 1000 })
    expect(year.byKind).toEqual([
      { kind: 'study', minutes: 75, activities: 2 },
      { kind: null, minutes: 45, activities: 1 },
      { kind: 'reading', minutes: 30, activities: 1 },
    ])
    expect(year.byMonth.map(({ minutes }) => minutes)).toEqual([60, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0, 45])
    expect(year.byMonth[1]?.byKind).toEqual([
      { kind: 'reading', minutes: 30 },
      { kind: 'study', minutes: 15 },
    ])
    expect(year.byDay).toContainEqual({ day: '2024-02-29', minutes: 45, activities: 2 })
    expect(inbox).toBe(1)
    expect(read('2025-01-01', 2025).year).toMatchObject({ year: 2025, minutes: 1000, minutesYearBefore: 60 })
    expect(read('2024-12-31', 2025).year).toMatchObject({ year: 2025, minutes: 0, plannedMinutes: 1000, byDay: [] })
  })

  it('counts what is planned apart, in the year, its present month and the week', () => {
    log('2026-05-30', 10)
    log('2026-06-01', 20)
    log('2026-06-02', 40, { kind: 'reading' })
    log('2026-06-08', 80)
    log('2026-12-27', 160)
    const { year, week, recent } = read('2026-06-01')
    expect(year).toMatchObject({ minutes: 30, activities: 2, activeDays: 2, plannedMinutes: 280 })
    expect(year.byKind).toEqual([{ kind: 'study', minutes: 30, activities: 2 }])
    expect(year.byMonth.map(({ minutes }) => minutes)).toEqual([0, 0, 0, 0, 10, 20, 0, 0, 0, 0, 0, 0])
    expect(year.byDay.map(({ day }) => day)).toEqual(['2026-05-30', '2026-06-01'])
    expect(week).toMatchObject({ start: '2026-06-01', minutes: 20, plannedMinutes: 40 })
    expect(recent.map(({ day }) => day)).toEqual(['2026-06-01', '2026-05-30'])
    expect(read('2026-12-31').year).toMatchObject({ minutes: 310, plannedMinutes: 0 })
  })

  it('compares with the year before up to the same day', () => {
    log('2025-06-01', 10)
    log('2025-06-02', 100)
    expect(read('2026-06-01').year.minutesYearBefore).toBe(10)
    expect(read('2027-06-01', 2026).year.minutesYearBefore).toBe(110)
  })

  it('reads the week and its pace over the new year', () => {
    log('2026-12-28', 60)
    log('2027-01-03', 60)
    log('2027-01-04', 20)
    expect(read('2027-01-05').week).toMatchObject({ start: '2027-01-04', minutes: 20, paceMinutes: 120, paceWeeks: 1 })
  })

  it('shows the ten newest lines', () => {
    for (let n = 10; n < 22; n++) log(`2026-05-${n}`, 5)
    const { recent } = read('2026-06-01')
    expect(recent.map(({ day }) => day)).toEqual(Array.from({ length: 10 }, (_, n) => `2026-05-${21 - n}`))
  })

  it('gathers what is due from every part of the workspace', () => {
    const written = write(store, 'seed', (w) => {
      w.insert(planEntity, { title: 'Plan', fromRole: 'PMO', toRole: 'CTO', startDay: '2025-06-10', horizonYears: 7 })
      const dates = { plannedStart: '2025-06-10', plannedEnd: '2027-06-10' }
      const open = w.insert(stageEntity, { title: 'Open', position: 1, ...dates })
      const passed = w.insert(stageEntity, { title: 'Passed', ...dates, passedOn: '2026-01-01' })
      const milestone = { plannedDay: '2026-06-01', check: '' }
      w.insert(milestoneEntity, { ...milestone, title: 'milestone', stageUid: open })
      w.insert(milestoneEntity, { ...milestone, title: 'done', stageUid: open, doneDay: '2026-05-01' })
      w.insert(milestoneEntity, { ...milestone, title: 'of a passed gate', stageUid: passed })
      w.insert(milestoneEntity, { ...milestone, title: 'far', stageUid: open, plannedDay: '2026-09-01' })
      w.insert(certificationEntity, { title: 'exam', status: 'booked', examDay: '2026-06-30' })
      w.insert(certificationEntity, {
        title: 'expiring',
        status: 'earned',
        issueDay: '2024-06-20',
        expiryDay: '2026-06-20',
      })
      const obstacle = w.insert(obstacleEntity, { title: 'o' })
      w.insert(experimentEntity, {
        title: 'experiment',
        obstacleUid: obstacle,
        startDay: '2026-05-01',
        reviewDay: '2026-06-05',
      })
      w.insert(experimentEntity, { title: 'not started', obstacleUid: obstacle, reviewDay: '2026-06-05' })
      w.insert(experimentEntity, {
        title: 'decided',
        obstacleUid: obstacle,
        reviewDay: '2026-06-05',
        verdict: 'failed',
      })
      w.insert(reviewEntity, { periodStart: '2025-06-10', periodEnd: '2026-06-09' })
      const mentor = w.insert(personEntity, { name: 'mentor', role: 'mentor', cadenceDays: 30 })
      w.insert(personEntity, { name: 'new', cadenceDays: 30 })
      w.insert(personEntity, { name: 'no rhythm' })
      return { mentor }
    }).result
    log('2026-05-01', 30, { links: [written.mentor] })
    log('2026-05-10', 30, { links: [written.mentor] })
    log('2026-12-31', 30, { title: 'planned', links: [written.mentor] })
    const names = (today: string) =>
      read(today).due.map(({ kind, item, daysLeft }) => `${kind} ${String(item?.title)} ${daysLeft}`)
    expect(names('2026-06-10')).toEqual([
      'milestone milestone -9',
      'experimentReview experiment -5',
      'person mentor -1',
      'yearlyReview 2025-06-10 – 2026-06-09 0',
      'certificationExpiry expiring 10',
      'exam exam 20',
    ])
    expect(names('2026-07-02')).toContain('person new -1')
    expect(read('2026-06-10').due.find(({ kind }) => kind === 'person')?.lastDay).toBe('2026-05-10')
  })

  it('shows the present stage with every part of its readiness', () => {
    startPlan(store, { startDay: '2026-05-01', horizonYears: 8, vision: '' })
    const stageUid = getPlan(store).stages[0]?.uid ?? ''
    const metricUid = add(store, metricEntity, { title: 'Lead time', unit: 'days', direction: 'down' })
    add(store, requirementEntity, { stageUid, kind: 'metric', metricUid, metricValue: 2 })
    const [first] = getPlan(store).stages
    const skill = first?.requirements.find(({ kind }) => kind === 'skill')
    write(store, 'skill.assess', (w) =>
      w.insert(assessmentEntity, { skillUid: skill?.skillUid ?? '', level: 1, day: '2026-05-20' }),
    )
    const { stage } = read('2026-06-01')
    expect(stage).toMatchObject({ uid: first?.uid, number: 1, count: 4, title: first?.title })
    expect(stage?.gate.value).toBe(getPlan(store).stages[0]?.readiness)
    expect(stage?.gate.value).toBeGreaterThan(0)
    expect(stage?.gate.requirements).toHaveLength(first?.requirements.length ?? 0)
    const sum = stage?.gate.requirements.reduce((total, { contribution }) => total + contribution, 0)
    expect(sum).toBeCloseTo(stage?.gate.value ?? -1)
    const shown = stage?.gate.requirements.find(({ uid }) => uid === skill?.uid)
    expect(shown).toMatchObject({ kind: 'skill', current: 1, target: skill?.level, unit: null })
    expect(shown?.subject).toEqual(skill?.refs.find(({ type }) => type === 'skill')?.title)
    const metric = stage?.gate.requirements.find(({ kind }) => kind === 'metric')
    expect(metric).toMatchObject({ subject: 'Lead time', target: 2, unit: 'days' })
  })

  it('has no present stage once all gates are passed', () => {
    startPlan(store, { startDay: '2026-05-01', horizonYears: 8, vision: '' })
    for (const { uid } of getPlan(store).stages)
      write(store, 'gate.pass', (w) => w.update(stageEntity, uid, { passedOn: '2026-05-30' }))
    expect(read('2026-06-01')).toMatchObject({ stage: null, plan: { horizonYears: 8 } })
  })

  it('describes the plan', () => {
    write(store, 'seed', (w) =>
      w.insert(planEntity, {
        title: { ru: 'План', en: 'Plan' },
        fromRole: 'PMO',
        toRole: 'CTO',
        startDay: '2024-02-29',
        horizonYears: 5,
      }),
    )
    expect(read('2026-06-01').plan).toMatchObject({ title: { ru: 'План', en: 'Plan' }, endDay: '2029-02-28' })
  })
})
