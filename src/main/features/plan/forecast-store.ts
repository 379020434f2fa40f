import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import type { View } from '#main/store/engine/items.ts'
import { findRow } from '#main/store/engine/statements.ts'
import { valuesByMetric } from '#main/store/facts/metric-values.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { ratingsBySkill } from '#main/store/facts/skill-levels.ts'
import type { RequirementView } from '#shared/contract/plan.ts'
import { addMonths, dayNumber, differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { countGains, forecastMonths, paceGains } from '#shared/domain/forecast/gains.ts'
import { slownessOf } from '#shared/domain/forecast/milestone-waits.ts'
import { type StagePeriod, scheduleStages } from '#shared/domain/gates/stage-schedule.ts'
import type { Day, LocalText } from '#shared/model/common.ts'
import {
  EARLIER_MONTHS,
  FORECAST_MONTHS,
  type ForecastFacts,
  type ForecastRequirement,
  type ForecastStage,
  type PaceHistory,
} from '#shared/model/forecast.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import type { MilestoneFields } from '#shared/model/plan.ts'
import { countByDay } from './counted-items.ts'
import { gatherGateFacts } from './gate-facts.ts'
import { findPlan, listMilestones, listRequirements, listStages, readGate } from './plan-store.ts'
import { metricUnits, toStatus } from './present-stage-store.ts'

/** The facts while there is no plan. */
const NOTHING: Omit<ForecastFacts, 'today'> = {
  startDay: null,
  stages: [],
  slowness: [],
  milestones: { doneLately: 0, overdue: 0 },
  hoursPerWeek: null,
}

/** What the histories of all requirements are read from, once. */
interface Sources {
  store: Store
  now: Day
  startDay: Day
  ratings: Map<string, DatedValue[]>
  values: Map<string, DatedValue[]>
  milestones: Map<string, View<MilestoneFields>>
  units: Map<string, LocalText>
}

/**
 * The level at the start of the plan: of the newest assessment until its first day, else of the first one; 0 = never
 * assessed.
 */
function levelAt(ratings: readonly DatedValue[], day: Day): number {
  return (ratings.findLast((one) => one.day <= day) ?? ratings[0])?.value ?? 0
}

/** The pace at which items of the sort asked for were added. */
function itemHistory({ store, now, startDay }: Sources, view: RequirementView, outside: boolean): PaceHistory {
  const [from = now] = forecastMonths(now, FORECAST_MONTHS + EARLIER_MONTHS)
  return { ...countGains(countByDay(store, view, { from, outside }), startDay, now), start: 0 }
}

/**
 * How many items must still be seen outside the company, and their pace; null when the requirement does not ask for
 * any.
 */
function outsidePaceOf(view: RequirementView, sources: Sources): ForecastRequirement['outsidePace'] {
  const { minOutside, outside } = view
  if (minOutside === null || outside === null) return null
  return { history: itemHistory(sources, view, true), remaining: Math.max(0, minOutside - outside) }
}

/** The pace of a requirement that is not met; null for a milestone. */
function historyOf(view: RequirementView, sources: Sources): PaceHistory | null {
  const { now, startDay, ratings, values } = sources
  switch (view.kind) {
    case 'milestone':
      return null
    case 'skill': {
      const of = ratings.get(view.skillUid ?? '') ?? []
      return { ...paceGains(of, now, 'up'), start: levelAt(of, startDay) }
    }
    case 'metric': {
      const of = values.get(view.metricUid ?? '') ?? []
      return { ...paceGains(of, now, view.direction ?? 'up'), start: view.baseline }
    }
    case 'evidence':
    case 'certification':
      return itemHistory(sources, view, false)
  }
}

/** Months without a gain are counted only from the day on which the requirement began to count. */
function idleMonthsOf({ countsFrom, waitsForStage }: RequirementView, now: Day): number | null {
  if (waitsForStage) return 0
  if (countsFrom === null) return null
  return forecastMonths(now)
    .slice(0, -1)
    .filter((begin) => begin >= countsFrom).length
}

/** What is still missing to the target; null where the current value is unknown. */
function remainingOf({ current, target, counted, minOutside }: RequirementView): number | null {
  // Items that must be seen outside have a separate pace, so here only the total number matters.
  if (minOutside !== null && counted !== null && target !== null) return Math.max(0, target - counted)
  return current === null || target === null ? null : Math.abs(target - current)
}

function toForecast(view: RequirementView, sources: Sources): ForecastRequirement {
  const milestone = sources.milestones.get(view.milestoneUid ?? '')
  return {
    ...toStatus(view, sources.units),
    plannedDay: milestone?.plannedDay ?? null,
    history: view.value === 1 ? null : historyOf(view, sources),
    waitsForStage: view.waitsForStage,
    idleMonths: idleMonthsOf(view, sources.now),
    outsidePace: view.value === 1 ? null : outsidePaceOf(view, sources),
    remaining: view.kind === 'milestone' ? null : remainingOf(view),
  }
}

/** How late done milestones were, and how late overdue ones are. */
function slownessOfAll({ milestones, now, startDay }: Sources): number[] {
  return [...milestones.values()].flatMap(({ plannedDay, doneDay }) => {
    const isDone = doneDay !== null && doneDay <= now
    if (!isDone && plannedDay >= now) return []
    const taken = differenceInDays(isDone ? doneDay : now, startDay)
    return [slownessOf(taken, differenceInDays(plannedDay, startDay))]
  })
}

/** How many milestones were done in the months looked at, and how many are overdue. */
function milestonesLately({ milestones, now }: Sources): ForecastFacts['milestones'] {
  const since = addMonths(now, -FORECAST_MONTHS)
  const all = [...milestones.values()]
  return {
    doneLately: all.filter(({ doneDay }) => doneDay !== null && doneDay <= now && doneDay > since).length,
    overdue: all.filter(({ doneDay, plannedDay }) => (doneDay === null || doneDay > now) && plannedDay < now).length,
  }
}

/**
 * Periods of the stages as the template lays them over the horizon, by key. The plan's own periods are not used: a
 * stage moved by hand is a wish.
 */
function laidPeriods(
  store: Store,
  { startDay, horizonYears }: { startDay: Day; horizonYears: number },
): Map<string, StagePeriod> {
  const { stages } = planTemplate(store)
  const shares = stages.map(({ share }) => share)
  const periods = scheduleStages(startDay, horizonYears, shares)
  return new Map(stages.flatMap(({ key }, index) => (periods[index] ? [[key, periods[index]]] : [])))
}

/** Days from the start of the plan to the beginning and the end of a stage, as the template lays it. */
function typicalOf(laid: StagePeriod | undefined, startDay: Day): Pick<ForecastStage, 'typicalDays' | 'typicalStart'> {
  if (laid === undefined) return { typicalDays: null, typicalStart: 0 }
  const daysTo = (day: Day) => Math.max(0, differenceInDays(day, startDay))
  return { typicalDays: Math.max(1, daysTo(laid.plannedEnd)), typicalStart: daysTo(laid.plannedStart) }
}

/** Mean hours a week of the last year, or of as much of it as there is a journal for. */
function hoursPerWeek(store: Store, now: Day): number | null {
  const from = addMonths(now, -FORECAST_MONTHS)
  const row = findRow<{ first: Day | null; minutes: number | null }>(
    store,
    `SELECT (SELECT min(day) FROM activity) AS first, sum(minutes) AS minutes FROM activity INDEXED BY activity_day
     WHERE day BETWEEN @from AND @now`,
    { from, now },
  )
  if (row?.first == null || row.first > now) return null
  const since = row.first > from ? row.first : from
  const weeks = (dayNumber(now) - dayNumber(since) + 1) / 7
  return weeks < 1 ? null : (row.minutes ?? 0) / 60 / weeks
}

/**
 * Everything the forecast of the plan is made from, by the same rules as gates: what is counted in a month here is part
 * of what its gate counts today. Passed gates ask for nothing any more.
 */
export function readForecast(store: Store): ForecastFacts {
  return store.sqlite.transaction((): ForecastFacts => {
    const now = today(store)
    const plan = findPlan(store)
    if (plan === null) return { ...NOTHING, today: now }
    const sources: Sources = {
      store,
      now,
      startDay: plan.startDay,
      ratings: ratingsBySkill(store),
      values: valuesByMetric(store),
      milestones: new Map(listMilestones(store).map((one) => [one.uid, one])),
      units: metricUnits(store),
    }
    const requirements = Map.groupBy(listRequirements(store), ({ stageUid }) => stageUid)
    const facts = gatherGateFacts(store)
    const laid = laidPeriods(store, plan)
    const stages = listStages(store).map(({ uid, key, title, plannedEnd, passedOn }): ForecastStage => {
      const asked = passedOn === null ? (requirements.get(uid) ?? []) : []
      const typical = typicalOf(laid.get(key ?? ''), plan.startDay)
      const views = readGate(asked, facts).requirements
      const forecast = views.map((view) => toForecast(view, sources))
      return { uid, title, plannedEnd, passedOn, ...typical, requirements: forecast }
    })
    return {
      today: now,
      startDay: plan.startDay,
      stages,
      slowness: slownessOfAll(sources).slice(-500),
      milestones: milestonesLately(sources),
      hoursPerWeek: hoursPerWeek(store, now),
    }
  })()
}
