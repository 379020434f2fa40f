import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeCsv } from '#main/features/exchange/csv/csv-export.ts'
import { openSnapshot, type Store } from '#main/store/engine/database.ts'
import { write } from '#main/store/engine/writer.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { planEntity, requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { parseCsv } from '#shared/domain/text/csv.ts'
import type { CsvList } from '#shared/model/entities.ts'
import { openTemporaryStore } from '../../../tests/fixtures/temporary-store.ts'
import { router } from './router.ts'

/** Chosen so that the days around it fall into three different years. */
const TODAY = '2026-11-27'
const PERIODS = [
  ['2025-01-01', '2025-12-31'],
  ['2026-01-01', '2026-12-31'],
  ['2026-11-01', '2026-11-30'],
  ['2024-03-15', '2027-03-14'],
] as const

const day = fc.integer({ min: -700, max: 60 }).map((days) => addDays(TODAY, days))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
/** Status and end day of something finished; the end day may lie in the future. */
const ended = fc.oneof(
  fc.record({ status: fc.constant('done' as const), endDay: day }),
  fc.record({ status: fc.constantFrom('done' as const, 'dropped' as const), endDay: day }),
)
const lists = fc.record({
  lines: fc.array(
    fc.record({
      day,
      minutes: fc.integer({ min: 0, max: 600 }),
      kind: fc.constantFrom('study' as const, 'reading' as const, 'visibility' as const, null),
      visibilityKind: maybe(fc.constantFrom('post' as const, 'talk' as const, 'comment' as const)),
      visibleTo: maybe(fc.constantFrom('inside' as const, 'outside' as const)),
      isAboutSkill: fc.boolean(),
    }),
    { maxLength: 40 },
  ),
  learning: fc.array(ended, { maxLength: 8 }),
  projects: fc.array(ended, { maxLength: 8 }),
  certifications: fc.array(fc.record({ issueDay: day, validity: maybe(fc.integer({ min: 0, max: 900 })) }), {
    maxLength: 8,
  }),
  achievements: fc.array(fc.record({ day }), { maxLength: 8 }),
})
type Lists = typeof lists extends fc.Arbitrary<infer Value> ? Value : never

/** Counts directly from the generated data: every figure of the app must agree with this. */
function naive({ lines, learning, projects, certifications, achievements }: Lists, today: string) {
  const done = lines.filter((line) => line.day <= today)
  const within = ([start, end]: readonly [string, string]) => done.filter((one) => one.day >= start && one.day <= end)
  const minutes = (some: typeof done) => some.reduce((sum, line) => sum + line.minutes, 0)
  const isFinished = ({ status, endDay }: { status: string; endDay: string }) => status === 'done' && endDay <= today
  return {
    totals: PERIODS.map((period) => {
      const some = within(period)
      const days = new Set(some.map((line) => line.day)).size
      return {
        minutes: minutes(some),
        activities: some.length,
        days,
        study: some.filter((one) => one.kind === 'study').length,
      }
    }),
    planned: minutes(lines.filter((line) => line.day > today)),
    skill: PERIODS.map((period) => minutes(within(period).filter((line) => line.isAboutSkill))),
    activity: done.length,
    learning: learning.filter(isFinished).length,
    project: projects.filter(isFinished).length,
    certification: certifications.filter(
      ({ issueDay, validity }) => issueDay <= today && (validity === null || addDays(issueDay, validity) >= today),
    ).length,
    achievement: achievements.filter((one) => one.day <= today).length,
    achievementsOfPlan: achievements.filter((one) => one.day <= today && one.day >= PLAN_START).length,
    talks: done.filter(isTalk).length,
    talksOutside: done.filter((one) => isTalk(one) && one.visibleTo === 'outside').length,
  }
}

/** First day of the plan, within the generated period. */
const PLAN_START = '2026-02-01'

/** What the requirement below counts: a talk or a post since the plan began. */
const isTalk = ({ kind, visibilityKind, day: on }: Lists['lines'][number]) =>
  kind === 'visibility' && ['post', 'talk'].includes(visibilityKind ?? '') && on >= PLAN_START

function fill(store: Store, { lines, learning, projects, certifications, achievements }: Lists) {
  return write(store, 'fill', (w) => {
    const skill = w.insert(skillEntity, { title: 'Cloud', area: 'technical' })
    for (const { isAboutSkill, ...line } of lines)
      w.insert(activityEntity, { title: 'x', ...line, links: isAboutSkill ? [skill] : [] })
    for (const item of learning) w.insert(learningEntity, { title: 'x', startDay: '2020-01-01', ...item })
    for (const item of projects) w.insert(projectEntity, { title: 'x', startDay: '2020-01-01', ...item })
    for (const { issueDay, validity } of certifications) {
      const expiryDay = validity === null ? null : addDays(issueDay, validity)
      w.insert(certificationEntity, { title: 'x', status: 'earned', issueDay, expiryDay })
    }
    for (const item of achievements) w.insert(achievementEntity, { title: 'x', ...item })
    const stage = w.insert(stageEntity, { title: 'S', plannedStart: TODAY, plannedEnd: '2030-01-01' })
    w.insert(planEntity, { title: 'P', fromRole: 'a', toRole: 'b', startDay: PLAN_START, horizonYears: 5 })
    const kinds = ['activity', 'learning', 'project', 'certification', 'achievement'] as const
    const requirements = kinds.map((evidenceKind) => {
      const asked = { kind: 'evidence' as const, evidenceKind, count: 100 }
      return [evidenceKind, w.insert(requirementEntity, { stageUid: stage, ...asked })] as const
    })
    const evidence = { stageUid: stage, kind: 'evidence' as const, count: 100 }
    const filtered = {
      achievementsOfPlan: w.insert(requirementEntity, { ...evidence, evidenceKind: 'achievement', since: 'plan' }),
      talks: w.insert(requirementEntity, {
        ...evidence,
        evidenceKind: 'activity',
        activityKind: 'visibility',
        visibilityKinds: ['post', 'talk'],
        since: 'stage',
        minOutside: 100,
      }),
    }
    return { skill, requirements, filtered }
  }).result
}

/** Rows of an exported table whose last column says that they are counted. */
async function countedRows(store: Store, list: CsvList, today: string): Promise<Record<string, string>[]> {
  const snapshot = openSnapshot(store.sqlite.name, store.clock)
  let text = ''
  for await (const piece of writeCsv(snapshot, list, { language: 'en', spreadsheet: false, today })) text += piece
  snapshot.sqlite.close()
  const [head = [], ...rows] = parseCsv(text)
  return rows
    .map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])))
    .filter(({ counted }) => counted === '1')
}

it('every figure of the app counts the same, on any day, and opens down to its items', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: -90, max: 90 }), async (filled, shift) => {
      const today = addDays(TODAY, shift)
      const { store, close } = openTemporaryStore(Date.parse(`${today}T09:00:00Z`))
      try {
        const { skill, requirements, filtered } = fill(store, filled)
        const client = createRouterClient(router, { context: { store } as never })
        const expected = naive(filled, today)

        const totals = []
        const skills = []
        for (const [start, end] of PERIODS) {
          const facts = await client.reviews.facts({ periodStart: start, periodEnd: end })
          const filter = { from: start, to: end }
          const journal = await client.journal.totals({ filter })
          const about = await client.journal.totals({ filter: { ...filter, about: skill } })
          const study = facts.byKind.find(({ kind }) => kind === 'study')?.activities ?? 0
          const sum = (list: { minutes: number }[]) => list.reduce((all, { minutes }) => all + minutes, 0)
          expect([sum(facts.byMonth), sum(facts.byWeek), sum(facts.byKind)]).toEqual(
            [1, 1, 1].map(() => facts.totals.minutes),
          )
          expect([journal.minutes, journal.count]).toEqual([facts.totals.minutes, facts.totals.activities])
          const { minutes, activities, activeDays } = facts.totals
          totals.push({ minutes, activities, days: activeDays, study })
          skills.push(about.minutes)
          expect(facts.bySkill.find(({ uid }) => uid === skill)?.minutes ?? 0).toBe(about.minutes)
        }
        expect(totals).toEqual(expected.totals)
        expect(skills).toEqual(expected.skill)

        const { year } = await client.overview.get({})
        const ofYear = filled.lines.filter((line) => line.day.startsWith(today.slice(0, 4)))
        const yearDone = ofYear.filter((line) => line.day <= today)
        expect([year.minutes, year.activities]).toEqual([
          yearDone.reduce((sum, { minutes }) => sum + minutes, 0),
          yearDone.length,
        ])
        expect((await client.journal.totals({ filter: {} })).planned.minutes).toBe(expected.planned)

        const { stages } = await client.plan.get({})
        const asked = stages.flatMap((stage) => stage.requirements)
        const tables = {
          activity: 'journal',
          learning: 'learning',
          project: 'projects',
          certification: 'certifications',
          achievement: 'achievements',
        } as const
        for (const [kind, uid] of requirements) {
          const current = asked.find((one) => one.uid === uid)?.current
          const { items } = await client.plan.counted({ requirementUid: uid })
          const rows = await countedRows(store, tables[kind], today)
          expect({ kind, numbers: [current, items.length, rows.length] }).toEqual({
            kind,
            numbers: [expected[kind], expected[kind], expected[kind]],
          })
        }
        const [ofPlan, talks] = [filtered.achievementsOfPlan, filtered.talks].map((uid) =>
          asked.find((one) => one.uid === uid),
        )
        expect(ofPlan).toMatchObject({ current: expected.achievementsOfPlan, counted: expected.achievementsOfPlan })
        // All its places are reserved for items seen outside, so only those count towards the requirement.
        expect([talks?.counted, talks?.outside, talks?.current]).toEqual([
          expected.talks,
          expected.talksOutside,
          expected.talksOutside,
        ])
        const ahead = (await client.plan.forecast({})).stages.flatMap((one) => one.requirements)
        for (const one of [ofPlan, talks]) {
          expect(ahead.find(({ uid }) => uid === one?.uid)).toMatchObject({ current: one?.current, value: one?.value })
          const { items, leftOut } = await client.plan.counted({ requirementUid: one?.uid ?? '' })
          expect(items).toHaveLength(one?.counted ?? -1)
          expect(leftOut.filter(({ item }) => items.some(({ uid }) => uid === item.uid))).toEqual([])
        }
        const minutes = (await countedRows(store, 'journal', today)).reduce((sum, row) => sum + Number(row.minutes), 0)
        expect(minutes).toBe((await client.journal.totals({ filter: {} })).minutes)
      } finally {
        close()
      }
    }),
    { numRuns: process.env.KURS_FULL === '1' ? 1000 : 40 },
  )
})
