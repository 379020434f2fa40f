import { pageActivities } from '#main/features/journal/journal-store.ts'
import { dayTotals } from '#main/features/journal/journal-totals-store.ts'
import { readPresentStage } from '#main/features/plan/present-stage-store.ts'
import { prepared, type Store } from '#main/store/database.ts'
import type { Overview } from '#shared/contract/overview.ts'
import { addDays, addYears, dayParts, type WeekStart } from '#shared/domain/calendar.ts'
import { paceStart, weekPace } from '#shared/domain/week-pace.ts'
import type { Day, LocalText } from '#shared/model/common.ts'
import { readDue } from './due-store.ts'
import { readYearTotals } from './year-totals.ts'

const RECENT_LINES = 10

interface PlanRow {
  uid: string
  title: string
  fromRole: string
  toRole: string
  startDay: Day
  horizonYears: number
}

function readPlanHead(store: Store): Overview['plan'] {
  const row = prepared(store, 'overview.plan', () =>
    store.sqlite.prepare<[], PlanRow>(
      `SELECT item.uid, plan.title, from_role AS fromRole, to_role AS toRole, start_day AS startDay,
         horizon_years AS horizonYears
       FROM plan CROSS JOIN item USING (id) ORDER BY plan.id LIMIT 1`,
    ),
  ).get()
  if (row === undefined) return null
  const text = (json: string) => JSON.parse(json) as LocalText
  const endDay = addYears(row.startDay, row.horizonYears)
  return { ...row, title: text(row.title), fromRole: text(row.fromRole), toRole: text(row.toRole), endDay }
}

function readWeek(store: Store, today: Day, weekStartsOn: WeekStart): Overview['week'] {
  const first = prepared(store, 'overview.first-day', () =>
    store.sqlite.prepare<[], { day: Day | null }>('SELECT min(day) AS day FROM activity'),
  ).get()
  const days = dayTotals(store, paceStart(today, weekStartsOn), addDays(today, 6))
  return weekPace(days, first?.day ?? null, today, weekStartsOn)
}

function countInbox(store: Store): number {
  const found = prepared(store, 'overview.inbox', () =>
    store.sqlite.prepare<[], { n: number }>('SELECT count(*) AS n FROM activity WHERE inbox = 1'),
  ).get()
  return found?.n ?? 0
}

/** Everything the overview shows on a day, read in one transaction so that its parts agree. */
export function getOverview(
  store: Store,
  input: { today: Day; weekStartsOn: WeekStart; year?: number | undefined },
): Overview {
  const { today, weekStartsOn, year = dayParts(today).year } = input
  return store.sqlite.transaction(
    (): Overview => ({
      plan: readPlanHead(store),
      stage: readPresentStage(store),
      year: readYearTotals(store, year, today),
      week: readWeek(store, today, weekStartsOn),
      due: readDue(store, today),
      recent: pageActivities(store, { filter: {}, limit: RECENT_LINES }).lines,
      inbox: countInbox(store),
    }),
  )()
}
