import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { undo } from '#main/store/engine/undo.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { initiativeEntity } from '#main/store/entities/initiatives.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { add, openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import { listSeries } from './metric-series.ts'
import { createMetricPoint, getMetric, listMetricPoints, listRecorded, pasteMetricPoints } from './metrics-store.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const point = (metricUid: string, day: string, value: number) => {
  createMetricPoint(store, { fields: { metricUid, day, value } })
}
const seriesOf = (uid: string) => listSeries(store, { uid, most: 100 })[0]

describe('what is drawn of a metric', () => {
  it('is its values by their days', () => {
    const uid = add(store, metricEntity, { title: 'NPS' })
    const other = add(store, metricEntity, { title: 'ROI' })
    point(uid, '2026-05-01', 30)
    point(uid, '2026-01-01', 12)
    point(other, '2026-02-01', 1)
    expect(seriesOf(uid)).toEqual({
      uid,
      values: [
        { day: '2026-01-01', value: 12 },
        { day: '2026-05-01', value: 30 },
      ],
      marks: [],
      targets: [],
    })
    expect(listSeries(store, { most: 100 }).map((one) => one.uid)).toEqual([uid, other])
  })

  it('stands beside what gates ask for, in the order of the stages', () => {
    const uid = add(store, metricEntity, { title: 'NPS' })
    const stages = ['2028-01-01', '2026-06-30'].map((plannedEnd, index) =>
      add(store, stageEntity, {
        title: `Stage ${index}`,
        position: 2 - index,
        plannedStart: '2026-01-01',
        plannedEnd,
        passedOn: index === 1 ? '2026-06-01' : null,
      }),
    )
    for (const [index, stageUid] of stages.entries())
      add(store, requirementEntity, { stageUid, kind: 'metric', metricUid: uid, metricValue: 50 - index * 20 })
    point(uid, '2026-01-01', 10)
    point(uid, '2026-03-01', 30)
    expect(seriesOf(uid)?.targets).toMatchObject([
      { stage: 'Stage 1', value: 30, day: '2026-06-30', isPassed: true, readiness: 1 },
      { stage: 'Stage 0', value: 50, day: '2028-01-01', isPassed: false, readiness: 0.5 },
    ])
  })

  it('is marked by what states a value, links it or should move it, each item once', () => {
    const led = add(store, metricEntity, { title: 'People led', key: 'people-led' })
    const nps = add(store, metricEntity, { title: 'NPS' })
    const achievement = (title: string, more: object) =>
      add(store, achievementEntity, { title, day: '2026-03-01', ...more })
    const states = achievement('Led a team', { peopleLed: 12, links: [led] })
    achievement('Will lead', { day: '2027-03-01', peopleLed: 99 })
    const links = achievement('Listened', { links: [nps] })
    const bet = add(store, initiativeEntity, { title: 'Call back', metricUid: nps, startDay: '2026-01-02' })
    add(store, initiativeEntity, { title: 'Some day', metricUid: nps })
    const marks = (uid: string) => seriesOf(uid)?.marks.map(({ ref, day, value }) => [ref.uid, day, value])
    expect(marks(nps)).toEqual([
      [bet, '2026-01-02', null],
      [links, '2026-03-01', null],
    ])
    expect(marks(led)).toEqual([[states, '2026-03-01', 12]])
  })
})

describe('a metric that is the ratio of two others', () => {
  const shown = (uid: string) => seriesOf(uid)?.values.map(({ day, value }) => `${day} ${value}`)
  const make = (key: string) => add(store, metricEntity, { title: key, key })

  // By hand: 900 / 300 = 3 in March, 900 / 450 = 2 in April; the value recorded in May replaces 1800 / 450 = 4.
  it('has a value whenever one of them changes; what is recorded counts on its day', () => {
    const [ltv, cac, ratio] = [make('ltv'), make('cac'), make('ltv-cac')]
    expect(getMetric(store, { uid: ratio })).toMatchObject({ points: 0, current: null })
    point(ltv, '2026-01-01', 900)
    point(cac, '2026-03-01', 300)
    point(cac, '2026-04-01', 450)
    point(ltv, '2026-05-01', 1800)
    point(ratio, '2026-05-01', 3.5)
    expect(shown(ratio)).toEqual(['2026-03-01 3', '2026-04-01 2', '2026-05-01 3.5'])
    // A computed value is not recorded, but a computed value that is pasted becomes a recorded one.
    expect(listRecorded(store, { metricUid: ratio })).toEqual([{ day: '2026-05-01', value: 3.5 }])
    expect(getMetric(store, { uid: ratio })).toMatchObject({
      points: 3,
      first: { day: '2026-03-01', value: 3 },
      newest: { day: '2026-05-01', value: 3.5 },
      current: 3.5,
      computedFrom: [{ uid: ltv }, { uid: cac }],
    })
    expect(getMetric(store, { uid: ltv })).toMatchObject({ points: 2, computedFrom: [] })
  })

  it('counts for a gate as any other', () => {
    const [ltv, cac, ratio] = [make('ltv'), make('cac'), make('ltv-cac')]
    const stageUid = add(store, stageEntity, { title: 'One', plannedStart: '2026-01-01', plannedEnd: '2028-01-01' })
    add(store, requirementEntity, { stageUid, kind: 'metric', metricUid: ratio, metricValue: 3 })
    point(ltv, '2026-01-01', 300)
    point(cac, '2026-01-01', 300)
    point(cac, '2026-04-01', 150)
    expect(seriesOf(ratio)?.targets).toMatchObject([{ value: 3, readiness: 0.5 }])
  })

  it('is what is recorded where one of the two is not there, or is zero', () => {
    const [cac, ratio] = [make('cac'), make('ltv-cac')]
    point(cac, '2026-01-01', 300)
    point(ratio, '2026-02-01', 5)
    expect(shown(ratio)).toEqual(['2026-02-01 5'])
    expect(getMetric(store, { uid: ratio }).computedFrom).toEqual([])
    const ltv = make('ltv')
    point(ltv, '2026-03-01', 900)
    point(cac, '2026-03-01', 0)
    expect(shown(ratio)).toEqual(['2026-02-01 5'])
  })
})

describe('values that are pasted', () => {
  const read = (metricUid: string) =>
    listMetricPoints(store, { metricUid }).points.map(({ day, value }) => [day, value])
  const values = [
    { day: '2026-01-01', value: 1, note: '' },
    { day: '2026-02-01', value: 2, note: 'counted' },
    { day: '2026-02-01', value: 2, note: 'twice' },
  ]

  it('are added as one action, the same again adds nothing', () => {
    const metricUid = add(store, metricEntity, { title: 'NPS' })
    point(metricUid, '2026-01-01', 1)
    expect(pasteMetricPoints(store, { metricUid, values })).toMatchObject({ count: 1 })
    expect(read(metricUid)).toEqual([
      ['2026-02-01', 2],
      ['2026-01-01', 1],
    ])
    expect(pasteMetricPoints(store, { metricUid, values })).toMatchObject({ count: 0 })
    undo(store)
    expect(read(metricUid)).toEqual([['2026-01-01', 1]])
  })

  it('are all refused where one day has not come', () => {
    const metricUid = add(store, metricEntity, { title: 'NPS' })
    const future = [...values, { day: '2026-11-24', value: 3, note: '' }]
    expect(() => pasteMetricPoints(store, { metricUid, values: future })).toThrow('day.future')
    expect(read(metricUid)).toEqual([])
    expect(store.sqlite.prepare('SELECT count(*) FROM metric_point').pluck().get()).toBe(0)
  })
})

it('is drawn of thousands of values without delay', () => {
  const metricUid = add(store, metricEntity, { title: 'Lead time' })
  const days = Array.from({ length: 10_000 }, (_, index) =>
    new Date(Date.UTC(1999, 0, 1 + index)).toISOString().slice(0, 10),
  )
  pasteMetricPoints(store, { metricUid, values: days.map((day, value) => ({ day, value, note: '' })) })
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    expect(seriesOf(metricUid)?.values.length).toBeLessThanOrEqual(100)
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(100)
})
