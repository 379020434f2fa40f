import { afterEach, describe, expect, it } from 'vitest'
import { readDue } from '#main/features/overview/due-store.ts'
import { getPlan } from '#main/features/plan/plan-store.ts'
import { getReview, listPlanYears } from '#main/features/reviews/reviews-store.ts'
import { readSettings } from '#main/features/workspace/settings-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { listItems } from '#main/store/engine/items.ts'
import { undoState } from '#main/store/engine/undo.ts'
import { initiativeEntity } from '#main/store/entities/initiatives.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { valuesByMetric } from '#main/store/facts/metric-values.ts'
import { calibration, measuredChange } from '#shared/domain/states/impact-retro.ts'
import type { Language } from '#shared/model/common.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import { fillDemo } from './demo-store.ts'

const opened: (() => void)[] = []
const open = (today: string): Store => {
  const { store, close } = openTemporaryStore(new Date(`${today}T20:00:00`).getTime())
  opened.push(close)
  return store
}
const fill = (language: Language, today: string): Store => {
  const store = open(today)
  fillDemo(store, language, today)
  return store
}
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

const rows = <Row>(store: Store, sql: string) => store.sqlite.prepare(sql).all() as Row[]
const count = (store: Store, from: string) =>
  rows<{ n: number }>(store, `SELECT count(*) AS n FROM ${from}`)[0]?.n ?? -1

const TABLES = ['item', 'activity', 'link', 'item_tag', 'batch', 'change', 'assessment', 'milestone', 'stage', 'review']
const dump = (store: Store) => JSON.stringify(TABLES.map((table) => rows(store, `SELECT * FROM ${table}`)))

/** Days on which the story meets holidays, the turn of a year, a leap day and the summer. */
const DAYS = ['2026-11-18', '2027-01-02', '2028-02-29', '2026-08-10', '2026-05-11', '2030-12-31']

describe('fillDemo', () => {
  it.each(DAYS)('ends on %s, with nothing in the future and nothing stale', (day) => {
    const store = fill('ru', day)
    expect(count(store, 'activity')).toBeGreaterThan(600)
    const [span] = rows<{ first: string; last: string }>(
      store,
      'SELECT min(day) AS first, max(day) AS last FROM activity',
    )
    expect(span?.last && span.last <= day).toBe(true)
    expect(new Date(day).getTime() - new Date(span?.last ?? '').getTime()).toBeLessThan(14 * 86_400_000)
    expect(count(store, `milestone WHERE done_day > '${day}'`)).toBe(0)
    expect(rows(store, 'PRAGMA foreign_key_check')).toEqual([])
  })

  it('is the same for the same day, uids and history included', () => {
    expect(dump(fill('en', '2026-11-18'))).toBe(dump(fill('en', '2026-11-18')))
  })

  it('stands in the second stage, with the first gate passed and a part of the next one missing', () => {
    const { stages, presentStageUid } = getPlan(fill('en', '2026-11-18'))
    const [first, second] = stages
    expect(first?.passedOn).not.toBeNull()
    expect(first?.passReadiness).toBe(1)
    expect(presentStageUid).toBe(second?.uid)
    expect(second?.readiness).toBeGreaterThan(0.75)
    expect(second?.readiness).toBeLessThan(0.95)
  })

  it('has something of every kind to look after', () => {
    const due = readDue(fill('en', '2026-11-18'), '2026-11-18')
    expect(new Set(due.map(({ kind }) => kind))).toEqual(
      new Set(['certificationExpiry', 'person', 'experimentReview', 'retro']),
    )
  })

  it('looks back at its initiatives by what its metrics say, and was wrong both ways', () => {
    const store = fill('en', '2026-11-18')
    const values = valuesByMetric(store)
    const initiatives = listItems(store, initiativeEntity)
    const held = initiatives.flatMap((item) => item.retros.map((retro) => ({ item, retro })))
    expect(held.length).toBeGreaterThan(5)
    for (const { item, retro } of held) {
      const measured = measuredChange(values.get(item.metricUid ?? '') ?? [], item, retro.day)
      expect(retro.actualChange, `${item.title} ${retro.after}`).toBe(measured?.change)
      expect(retro.lesson).not.toBe('')
    }
    expect(calibration(initiatives)).toEqual({ compared: 3, reached: 1, median: 0.75, miss: 0.4 })
  })

  it('has work that was finished, dropped, failed and has expired', () => {
    const store = fill('ru', '2026-11-18')
    const statuses = (table: string) =>
      new Set(rows<{ status: string }>(store, `SELECT status FROM ${table}`).map(({ status }) => status))
    expect(statuses('project')).toEqual(new Set(['done', 'dropped', 'active']))
    expect(statuses('learning')).toEqual(new Set(['done', 'dropped', 'inProgress', 'planned']))
    expect(statuses('certification')).toEqual(new Set(['earned', 'expired', 'failed', 'planned']))
  })

  it('has two signed reviews whose answers are all written, and a third year without one', () => {
    const store = fill('ru', '2026-11-18')
    const years = listPlanYears(store)
    expect(years.map(({ number, ended, review }) => [number, ended, review?.status])).toEqual([
      [3, false, undefined],
      [2, true, 'signed'],
      [1, true, 'signed'],
    ])
    for (const { review } of years) {
      if (review === null) continue
      const { snapshot } = getReview(store, review)
      expect(snapshot?.answers.filter(({ answer }) => answer === '')).toEqual([])
      expect(snapshot?.facts.totals.activities).toBeGreaterThan(150)
      expect(snapshot?.facts.achievements.length).toBeGreaterThan(1)
    }
    const [, second] = years.map(({ review }) => review?.uid ?? '')
    expect(getReview(store, { uid: second ?? '' }).snapshot?.facts.gatesPassed).toHaveLength(1)
  })

  it('speaks one language in what the person wrote', () => {
    const english = rows<{ text: string }>(
      fill('en', '2026-11-18'),
      `SELECT title || notes AS text FROM activity UNION ALL SELECT note FROM assessment
       UNION ALL SELECT situation || result FROM achievement UNION ALL SELECT notes FROM person`,
    )
    expect(english.filter(({ text }) => /[а-яё]/i.test(text))).toEqual([])
    expect(readSettings(fill('ru', '2026-11-18')).language).toBe('ru')
  })

  it('cannot be undone and marks the workspace', () => {
    const store = fill('en', '2026-11-18')
    expect(undoState(store).undo).toBeNull()
    expect(count(store, "setting WHERE key = 'demo'")).toBe(1)
  })

  it('is never written into a workspace that has data', () => {
    const store = open('2026-11-18')
    add(store, activityEntity, { title: 'mine', day: '2026-11-17' })
    expect(refusal(() => fillDemo(store, 'en', '2026-11-18'))).toContain('workspace-not-empty')
    expect(count(store, 'item')).toBe(1)
  })
})
