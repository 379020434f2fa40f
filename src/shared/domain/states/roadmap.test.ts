import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../calendar/calendar.ts'
import { foldYears, roadmapOf } from './roadmap.ts'

const TODAY = '2026-08-15'

type Status = 'idea' | 'planned' | 'running' | 'done' | 'dropped'
const bet = (title: string, status: Status, startDay: string | null, endDay: string | null) => ({
  ...{ title, status, startDay, endDay },
  ...{ impact: null, confidence: null, ease: null },
})

/** `2026 Q3: begun | going`, of the quarters in which something is under way. */
function told(items: ReturnType<typeof bet>[]): string[] {
  return roadmapOf(items, TODAY).years.flatMap(({ year, quarters }) =>
    quarters
      .filter(({ begun, going }) => begun.length + going.length > 0)
      .map(({ number, begun, going }) => {
        const names = (list: typeof begun) => list.map(({ title }) => title).join(' ')
        return `${year} Q${number}: ${names(begun)} | ${names(going)}`
      }),
  )
}

it('stands in the quarter in which it begins, and goes on until the one in which it ends', () => {
  expect(
    told([
      bet('late', 'planned', '2026-12-31', '2027-04-01'),
      bet('early', 'done', '2026-01-01', '2026-03-31'),
      bet('later', 'planned', '2026-03-31', '2026-06-01'),
    ]),
  ).toEqual([
    '2026 Q1: early later | ',
    '2026 Q2:  | later',
    '2026 Q4: late | ',
    '2027 Q1:  | late',
    '2027 Q2:  | late',
  ])
})

it('of what runs knows that it runs now; of a single day concludes nothing else', () => {
  expect(told([bet('open', 'running', '2026-02-01', null)])).toEqual([
    '2026 Q1: open | ',
    '2026 Q2:  | open',
    '2026 Q3:  | open',
  ])
  // Its end has passed, and it still runs.
  expect(told([bet('over', 'running', '2026-04-01', '2026-05-01')]).at(-1)).toBe('2026 Q3:  | over')
  // Marked as done without a day, so nobody knows that it has ended: it is running, as in the list.
  expect(told([bet('undated', 'done', '2026-04-01', null)]).at(-1)).toBe('2026 Q3:  | undated')
  // Runs already, though its start is unknown or was planned for later.
  expect(told([bet('since', 'running', null, '2026-12-01')])).toEqual(['2026 Q3: since | ', '2026 Q4:  | since'])
  expect(told([bet('before', 'running', '2026-11-01', '2027-02-01')])).toEqual([
    '2026 Q3: before | ',
    '2026 Q4:  | before',
    '2027 Q1:  | before',
  ])
  expect(told([bet('due', 'planned', null, '2026-05-01')])).toEqual(['2026 Q2: due | '])
  expect(told([bet('idea', 'idea', '2026-05-01', null)])).toEqual(['2026 Q2: idea | '])
})

it('has all quarters of the present year and of every year with something in it, no others', () => {
  const { years, undated } = roadmapOf(
    [bet('a', 'done', '2020-05-01', '2020-06-01'), bet('b', 'idea', null, null)],
    TODAY,
  )
  expect(years.map(({ year, quarters }) => [year, quarters.length])).toEqual([
    [2020, 4],
    [2026, 4],
  ])
  expect(years[1]?.quarters.map(({ isNow }) => isNow)).toEqual([false, false, true, false])
  expect(years[1]?.quarters[3]).toMatchObject({ firstMonth: '2026-10-01', lastMonth: '2026-12-01' })
  expect(undated.map(({ title }) => title)).toEqual(['b'])
})

it('folds earlier years, tells in full what goes on from them, and leaves what never began in sight', () => {
  const { years } = roadmapOf(
    [
      bet('over', 'done', '2023-05-01', '2023-06-01'),
      bet('long', 'running', '2023-11-01', null),
      bet('late', 'planned', '2024-02-01', '2024-05-01'),
      bet('ended', 'done', '2025-02-01', '2025-03-01'),
    ],
    TODAY,
  )
  const folded = foldYears(years, TODAY)
  expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026])
  expect(folded.map(({ year }) => year)).toEqual([2024, 2026])
  const carried = folded.flatMap(({ year, quarters }) =>
    quarters.flatMap((quarter) => quarter.carried.map(({ title }) => `${year} Q${quarter.number} ${title}`)),
  )
  expect(carried).toEqual(['2024 Q1 long'])
})

it('loses nothing: each stands in one quarter or among those without dates', () => {
  const day = fc.option(fc.integer({ min: -2000, max: 2000 }).map((days) => addDays(TODAY, days)))
  const status = fc.constantFrom<Status>('idea', 'planned', 'running', 'done', 'dropped')
  const bets = fc.array(fc.tuple(status, day, fc.option(fc.nat(900)), fc.boolean()))
  fc.assert(
    fc.property(bets, (given) => {
      const items = given.map(([state, start, length, hasStart], index) => {
        const end = start === null || length === null ? null : addDays(start, length)
        return bet(String(index), state, hasStart ? start : null, end)
      })
      const { years, undated } = roadmapOf(items, TODAY)
      const quarters = years.flatMap((year) => year.quarters)
      const begun = quarters.flatMap((quarter) => quarter.begun)
      const now = quarters.filter(({ isNow }) => isNow).flatMap((quarter) => [...quarter.begun, ...quarter.going])
      const running = items.filter(({ status: state }) => state === 'running')
      expect([...now, ...undated]).toEqual(expect.arrayContaining(running))
      expect([...begun, ...undated].map(({ title }) => title).sort()).toEqual(items.map(({ title }) => title).sort())
    }),
  )
})
