import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPlan } from '#main/features/plan/plan-start-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { getItem } from '#main/store/engine/items.ts'
import { undo, undoState } from '#main/store/engine/undo.ts'
import { write } from '#main/store/engine/writer.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { reviewEntity } from '#main/store/entities/reviews.ts'
import { PlanYear, Review, ReviewLine } from '#shared/contract/reviews.ts'
import { SNAPSHOT_VERSION } from '#shared/model/review-snapshot.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import {
  createDraft,
  listPlanYears,
  listReviews,
  removeReview,
  reviewToMarkdown,
  reviseReview,
  saveDraft,
  signReview,
} from './reviews-store.ts'

const TODAY = '2027-03-20'
const YEAR = { periodStart: '2026-03-15', periodEnd: '2027-03-14' }

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2027, 2, 20, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const read = (uid: string) => Review.parse(getItem(store, reviewEntity, uid))
const lines = () => listReviews(store).map((line) => ReviewLine.parse(line))
/** Moves the clock to another day. */
function setDay(day: string): void {
  let now = Date.parse(`${day}T12:00:00Z`)
  store.clock = () => ++now
}

const markdown = (uid: string, language: 'ru' | 'en') => reviewToMarkdown(store, { uid, language }).text

function seed() {
  const activity = add(store, activityEntity, { title: 'Курс', day: '2026-05-01', minutes: 90, kind: 'study' })
  const achievement = add(store, achievementEntity, { title: 'Запуск *платформы*', day: '2026-06-01', result: 'успех' })
  return { activity, achievement }
}

/** A draft with one answer and a focus, signed. */
function signedReview() {
  const { uid } = createDraft(store, YEAR)
  const [first, ...rest] = read(uid).answers
  if (first === undefined) throw new Error('no prompts')
  saveDraft(store, { uid, patch: { answers: [{ ...first, answer: 'Ответ' }, ...rest], focus: ['Больше кода', ' '] } })
  signReview(store, { uid })
  return uid
}

describe('a draft', () => {
  it('asks what the template asks and proposes the largest gaps of the present gate in both languages', () => {
    startPlan(store, { startDay: '2026-03-15', horizonYears: 8, vision: 'CTO' })
    const { uid } = createDraft(store, YEAR)
    const draft = read(uid)
    expect(draft).toMatchObject({ status: 'draft', revision: 1, replacesUid: null, snapshot: null, signedAt: null })
    expect(draft.answers.length).toBeGreaterThanOrEqual(5)
    expect(draft.answers.every(({ answer }) => answer === '')).toBe(true)
    expect(draft.focus).toHaveLength(5)
    for (const line of draft.focus) {
      if (typeof line === 'string') throw new Error('not bilingual')
      expect(line.ru).toMatch(/\(сейчас: .+\)$/)
      expect(line.en).toMatch(/\(now: .+\)$/)
      expect(`${line.ru}${line.en}`).not.toContain('{{')
    }
  })

  it('stands once for a period, and not beside a signed review of it', () => {
    const { uid } = createDraft(store, YEAR)
    expect(refusal(() => createDraft(store, YEAR))).toContain('already-exists')
    expect(refusal(() => createDraft(store, YEAR))).toContain(uid)
    signReview(store, { uid })
    expect(refusal(() => createDraft(store, YEAR))).toContain('review-signed')
    createDraft(store, { ...YEAR, periodEnd: '2027-03-13' })
  })

  it('refuses a period that ends before it starts', () => {
    expect(refusal(() => createDraft(store, { ...YEAR, periodEnd: '2026-03-14' }))).toContain('day.endBeforeStart')
    const { uid } = createDraft(store, YEAR)
    expect(refusal(() => saveDraft(store, { uid, patch: { periodEnd: '2026-03-14' } }))).toContain('day.endBeforeStart')
  })

  it('refuses a mistyped year instead of looking for the period before it', () => {
    expect(refusal(() => createDraft(store, { ...YEAR, periodStart: '1926-03-15' }))).toContain('period.invalid')
    expect(refusal(() => createDraft(store, { ...YEAR, periodEnd: '2199-12-31' }))).toContain('period.invalid')
    const { uid } = createDraft(store, YEAR)
    expect(refusal(() => saveDraft(store, { uid, patch: { periodStart: '1900-01-01' } }))).toContain('period.invalid')
    for (const [periodStart, periodEnd] of [
      ['1940-01-01', '1970-12-31'],
      ['2160-01-01', '2190-12-31'],
    ] as const)
      expect(refusal(() => createDraft(store, { ...YEAR, periodStart, periodEnd }))).toBe('not refused')
  })

  it('can be removed and brought back', () => {
    const { uid } = createDraft(store, YEAR)
    removeReview(store, { uid })
    expect(lines()).toEqual([])
    undo(store)
    expect(read(uid).status).toBe('draft')
  })
})

describe('signing', () => {
  it('freezes facts, answers and focus against every later edit of the data', () => {
    const { activity, achievement } = seed()
    const uid = signedReview()
    const before = read(uid)
    const texts = [markdown(uid, 'ru'), markdown(uid, 'en')]
    expect(before).toMatchObject({ status: 'signed', focus: ['Больше кода'] })
    expect(before.snapshot).toMatchObject({
      version: SNAPSHOT_VERSION,
      signedDay: TODAY,
      focus: ['Больше кода'],
      facts: { totals: { minutes: 90, activities: 1, activeDays: 1 }, achievements: [{ title: 'Запуск *платформы*' }] },
    })
    expect(before.snapshot?.answers[0]?.answer).toBe('Ответ')

    write(store, 'activity.update', (w) => w.update(activityEntity, activity, { title: 'Другое', minutes: 600 }))
    write(store, 'achievement.update', (w) => w.update(achievementEntity, achievement, { title: 'Другой' }))
    expect(read(uid)).toEqual(before)
    write(store, 'activity.remove', (w) => w.remove(activityEntity, activity))
    write(store, 'achievement.remove', (w) => w.remove(achievementEntity, achievement))
    expect(read(uid)).toEqual(before)
    expect([markdown(uid, 'ru'), markdown(uid, 'en')]).toEqual(texts)
  })

  it('happens once and ends every way of changing the review', () => {
    const uid = signedReview()
    expect(refusal(() => signReview(store, { uid }))).toContain('review-signed')
    expect(refusal(() => saveDraft(store, { uid, patch: { focus: [] } }))).toContain('review-signed')
    expect(refusal(() => removeReview(store, { uid }))).toContain('review-signed')
  })

  it('holds below the app too: the database refuses direct changes', () => {
    const uid = signedReview()
    const run = (sql: string) => () => store.sqlite.prepare(sql).run()
    expect(run("UPDATE review SET focus = '[]'")).toThrow('review-signed')
    expect(run("UPDATE review SET status = 'draft'")).toThrow('review-signed')
    expect(run('DELETE FROM review')).toThrow('review-signed')
    expect(run("DELETE FROM item WHERE type = 'review'")).toThrow('review-signed')
    expect(read(uid).status).toBe('signed')
  })

  it('cannot be undone and leaves undo of everything else usable', () => {
    const activity = add(store, activityEntity, { title: 'Курс', day: '2026-05-01', minutes: 90 })
    const uid = signedReview()
    expect(undoState(store).undo?.label).toBe('test')
    undo(store)
    expect(() => getItem(store, activityEntity, activity)).toThrow('NOT_FOUND')
    expect(undoState(store).undo).toBeNull()
    expect(read(uid).snapshot?.facts.totals.minutes).toBe(90)
  })

  it('writes nothing when it fails', () => {
    const { uid } = createDraft(store, YEAR)
    store.sqlite.exec("CREATE TRIGGER full BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    expect(() => signReview(store, { uid })).toThrow('disk full')
    expect(read(uid)).toMatchObject({ status: 'draft', snapshot: null })
    expect(undoState(store).undo?.label).toBe('review.create')
  })
})

describe('revisions', () => {
  it('follow one another, each naming the one it replaces', () => {
    const first = signedReview()
    const second = reviseReview(store, { uid: first }).uid
    expect(read(second)).toMatchObject({ status: 'draft', revision: 2, replacesUid: first, focus: ['Больше кода'] })
    expect(read(second).answers[0]?.answer).toBe('Ответ')
    expect(refusal(() => reviseReview(store, { uid: first }))).toContain(second)
    expect(refusal(() => reviseReview(store, { uid: second }))).toContain('already-exists')
    saveDraft(store, { uid: second, patch: { focus: ['Меньше встреч'] } })
    setDay('2027-04-01')
    signReview(store, { uid: second })
    const third = reviseReview(store, { uid: second }).uid
    expect(
      lines().map(({ uid, revision, replacesUid, replacedByUid, status }) => [
        uid,
        revision,
        replacesUid,
        replacedByUid,
        status,
      ]),
    ).toEqual([
      [third, 3, second, null, 'draft'],
      [second, 2, first, third, 'signed'],
      [first, 1, null, second, 'signed'],
    ])
    expect(read(first).snapshot?.focus).toEqual(['Больше кода'])
    removeReview(store, { uid: third })
    expect(lines()[0]?.replacedByUid).toBeNull()
  })

  it('hand their focus to the review of the next year', () => {
    const first = signedReview()
    const second = reviseReview(store, { uid: first }).uid
    saveDraft(store, { uid: second, patch: { focus: ['Меньше встреч'] } })
    signReview(store, { uid: second })
    const next = createDraft(store, { periodStart: '2027-03-15', periodEnd: '2028-03-14' }).uid
    setDay('2028-03-20')
    signReview(store, { uid: next })
    expect(read(next).snapshot?.facts.previousFocus).toEqual(['Меньше встреч'])
  })
})

describe('the years of a plan', () => {
  const years = (today: string) => {
    setDay(today)
    return listPlanYears(store).map((year) => PlanYear.parse(year))
  }

  it('name their newest review', () => {
    expect(years(TODAY)).toEqual([])
    startPlan(store, { startDay: '2026-03-15', horizonYears: 8, vision: '' })
    const uid = signedReview()
    const revision = reviseReview(store, { uid }).uid
    expect(years(TODAY)).toEqual([
      { number: 2, periodStart: '2027-03-15', periodEnd: '2028-03-14', ended: false, review: null },
      {
        number: 1,
        periodStart: '2026-03-15',
        periodEnd: '2027-03-14',
        ended: true,
        review: { uid: revision, status: 'draft', revision: 2 },
      },
    ])
  })
})

describe('the list', () => {
  it('shows the frozen figures of what is signed', () => {
    seed()
    signedReview()
    createDraft(store, { ...YEAR, periodEnd: '2027-03-13' })
    expect(lines().map(({ totals }) => totals)).toEqual([{ minutes: 90, activities: 1, activeDays: 1 }, null])
  })
})

describe('Markdown', () => {
  it('is written in both languages from the same snapshot', () => {
    startPlan(store, { startDay: '2026-03-15', horizonYears: 8, vision: 'Стать CTO' })
    seed()
    const uid = signedReview()
    const [ru, en] = [markdown(uid, 'ru'), markdown(uid, 'en')]
    expect(ru).toMatch(/^# Отчёт о развитии за год\n\n15 марта 2026 — 14 марта 2027\n/)
    expect(en).toMatch(/^# Yearly progress review\n\n15 March 2026 – 14 March 2027\n/)
    expect(ru).toContain('- **Время на развитие:** 1,5 ч · до этого записей не было\n')
    expect(en).toContain('- **Growth time:** 1.5 h · nothing before\n')
    expect(reviewToMarkdown(store, { uid, language: 'en' }).title).toEqual({
      ru: 'Отчёт о развитии за год: 15 марта 2026 — 14 марта 2027',
      en: 'Yearly progress review: 15 March 2026 – 14 March 2027',
    })
    for (const text of [ru, en]) {
      expect(text).toContain('### Запуск \\*платформы\\*')
      expect(text).not.toMatch(/\{\{|undefined|NaN|\[object/)
    }
  })

  it('of a draft follows the data and says so', () => {
    const { uid } = createDraft(store, YEAR)
    expect(markdown(uid, 'en')).toContain('- **Status:** draft\n')
    seed()
    expect(markdown(uid, 'en')).toContain('Запуск')
    expect(reviewToMarkdown(store, { uid, language: 'en' }).fileName).toBe('kurs-review-2026-03-15-2027-03-14.md')
  })
})
