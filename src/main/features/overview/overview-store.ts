import { countWaiting, pageActivities } from '#main/features/journal/journal-pages-store.ts'
import { dayTotals, plannedMinutes } from '#main/features/journal/journal-totals-store.ts'
import { readPresentStage } from '#main/features/plan/present-stage-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { findRow } from '#main/store/engine/statements.ts'
import { readPlanHead } from '#main/store/facts/plan-head.ts'
import type { Overview } from '#shared/contract/overview.ts'
import { addDays, addYears, dayParts, type WeekStart, weekStart } from '#shared/domain/calendar/calendar.ts'
import { paceStart, weekPace } from '#shared/domain/calendar/week-pace.ts'
import type { Day } from '#shared/model/common.ts'
import { readDue } from './due-store.ts'
import { readYearTotals } from './year-totals.ts'

const RECENT_LINES = 10

function planOf(store: Store): Overview['plan'] {
  const head = readPlanHead(store)
  if (head === null) return null
  const { vision: _vision, ...shown } = head
  return { ...shown, endDay: addYears(head.startDay, head.horizonYears) }
}

function readWeek(store: Store, now: Day, weekStartsOn: WeekStart): Overview['week'] {
  const first = findRow<{ day: Day | null }>(store, 'SELECT min(day) AS day FROM activity', [])
  const end = addDays(weekStart(now, weekStartsOn), 6)
  const pace = weekPace(
    dayTotals(store, { start: paceStart(now, weekStartsOn), end }),
    first?.day ?? null,
    now,
    weekStartsOn,
  )
  return { ...pace, plannedMinutes: plannedMinutes(store, { start: pace.start, end }) }
}

/** Everything the overview shows, read in one transaction so that its parts agree. */
export function getOverview(store: Store, input: { weekStartsOn: WeekStart; year?: number | undefined }): Overview {
  const now = today(store)
  const { weekStartsOn, year = dayParts(now).year } = input
  return store.sqlite.transaction(
    (): Overview => ({
      plan: planOf(store),
      stage: readPresentStage(store),
      year: readYearTotals(store, year, now),
      week: readWeek(store, now, weekStartsOn),
      due: readDue(store, now),
      recent: pageActivities(store, { filter: { to: now }, limit: RECENT_LINES }).lines,
      inbox: countWaiting(store).count,
    }),
  )()
}
