import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import type { JournalFilter } from '#shared/contract/journal.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { lastYearDays, monthDays, weekDays, yearDays } from '#shared/domain/calendar/journal-days.ts'
import { daysOfWeek } from '#shared/domain/calendar/monday-weeks.ts'
import { openTemporaryStore } from '../../../tests/fixtures/temporary-store.ts'
import { router } from './router.ts'

const TODAY = '2026-11-27'

const lines = fc.array(
  fc.record({
    day: fc.integer({ min: -500, max: 40 }).map((days) => addDays(TODAY, days)),
    minutes: fc.integer({ min: 0, max: 600 }),
    kind: fc.constantFrom('study' as const, 'reading' as const, 'meeting' as const, null),
    isAboutSkill: fc.boolean(),
    isWithPerson: fc.boolean(),
  }),
  { maxLength: 40 },
)
type Lines = typeof lines extends fc.Arbitrary<infer Value> ? Value : never

const fill = (store: Store, filled: Lines) =>
  write(store, 'fill', (w) => {
    const skill = w.insert(skillEntity, { title: 'Cloud', area: 'technical' })
    const person = w.insert(personEntity, { name: 'Anna' })
    for (const { isAboutSkill, isWithPerson, ...line } of filled) {
      const links = [...(isAboutSkill ? [skill] : []), ...(isWithPerson ? [person] : [])]
      w.insert(activityEntity, { title: 'x', ...line, links })
    }
    return { skill, person }
  }).result

it('what a figure opens in the journal sums up to the figure', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.integer({ min: -30, max: 30 }), async (filled, shift) => {
      const { store, close } = openTemporaryStore(Date.parse(`${addDays(TODAY, shift)}T09:00:00Z`))
      try {
        const today = addDays(TODAY, shift)
        const { skill, person } = fill(store, filled)
        const client = createRouterClient(router, { context: { store } as never })
        const minutesOf = async (filter: JournalFilter) => (await client.journal.totals({ filter })).minutes

        const { year, week } = await client.overview.get({})
        const ofYear = yearDays(year.year)
        const totals = await client.journal.totals({ filter: ofYear })
        expect([totals.minutes, totals.count, totals.planned.minutes]).toEqual([
          year.minutes,
          year.activities,
          year.plannedMinutes,
        ])
        for (const { kind, minutes } of year.byKind)
          expect(await minutesOf({ ...ofYear, kinds: [kind ?? 'none'] })).toBe(minutes)
        for (const { month, minutes } of year.byMonth) expect(await minutesOf(monthDays(month))).toBe(minutes)
        for (const { day, minutes } of year.byDay) expect(await minutesOf({ from: day, to: day })).toBe(minutes)
        for (const { start, minutes } of [week, ...week.weeks]) expect(await minutesOf(weekDays(start))).toBe(minutes)

        for (const weekStartsOn of [0, 1] as const) {
          const { weeks } = await client.load.hours({ weekStartsOn })
          for (const { week: monday, minutes } of weeks)
            expect(await minutesOf(weekDays(daysOfWeek(monday, weekStartsOn).start))).toBe(minutes)
        }

        const practised = (await client.skills.list({})).find(({ uid }) => uid === skill)?.yearMinutes
        expect(await minutesOf({ about: skill, ...lastYearDays(today) })).toBe(practised)

        // Since the last interaction no activity is about the person, and no activity of those days is missing.
        const { lastInteractionDay: last } = await client.people.get({ uid: person })
        const since = { from: addDays(last ?? '2020-01-01', 1), to: today }
        if (last !== null && last < today) {
          expect((await client.journal.totals({ filter: { ...since, about: person } })).count).toBe(0)
          expect((await client.journal.totals({ filter: since })).count).toBe(
            filled.filter(({ day }) => day > last && day <= today).length,
          )
        }
      } finally {
        close()
      }
    }),
    { numRuns: process.env.KURS_FULL === '1' ? 500 : 25 },
  )
})
