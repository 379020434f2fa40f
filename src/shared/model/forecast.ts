import { z } from 'zod'
import { Day, LocalText, Quantity, Uid } from './common.ts'
import { RequirementStatus } from './gate.ts'

/** Months a forecast looks back: a whole year, so that every season is in it once. */
export const FORECAST_MONTHS = 12

/** Months before those, which count for less: they say how fast one is when the year was an odd one. */
export const EARLIER_MONTHS = 24

/**
 * How a requirement has moved: what its forecast is made from. Months are stretches of a month that end today, so that none of
 * them is half over; the oldest stands first, and months before anything was known are left out.
 */
export const PaceHistory = z.strictObject({
  /** Gain of each month, in the direction wanted; less than zero where it was lost again. */
  gains: z.array(Quantity).max(FORECAST_MONTHS),
  /** Gain of the up to `EARLIER_MONTHS` months before, as a sum, and how many of them are known. */
  earlierGain: Quantity,
  earlierMonths: z.number().min(0).max(EARLIER_MONTHS),
  /** What the gains rest on: items counted, stretches between ratings, stretches between values. */
  observations: z.int().min(0),
  /** Where it stood when the plan began, null = unknown: what the typical pace is measured from. */
  start: Quantity.nullable(),
})
export type PaceHistory = z.infer<typeof PaceHistory>

export const ForecastRequirement = z.strictObject({
  ...RequirementStatus.shape,
  /** Of a milestone that is not done: its planned day. */
  plannedDay: Day.nullable(),
  /** Null for a milestone, and for what is met. */
  history: PaceHistory.nullable(),
  /** Its stage has not begun, and what is done before does not count: its time begins when the gate in front opens. */
  waitsForStage: z.boolean(),
  /** Whole months in which it could have counted something: 0 while it waits for its stage; null = all that are known. */
  idleMonths: z.int().min(0).max(FORECAST_MONTHS).nullable(),
  /** Of those that must be seen outside the company: how they have come, and how many are lacking. */
  outsidePace: z.strictObject({ history: PaceHistory, remaining: Quantity }).nullable(),
  /** What is still lacking, in the direction wanted; null = nothing is known of it yet (no rating, no value). */
  remaining: Quantity.nullable(),
})
export type ForecastRequirement = z.infer<typeof ForecastRequirement>

export const ForecastStage = z.strictObject({
  uid: Uid,
  title: LocalText,
  plannedEnd: Day,
  passedOn: Day.nullable(),
  /** Days from the start of the plan to this gate as the template lays them; null for a stage that is not of a template. */
  typicalDays: z.int().min(1).nullable(),
  /** Days from the start of the plan to the beginning of this stage as the template lays them. */
  typicalStart: z.int().min(0),
  requirements: z.array(ForecastRequirement),
})
export type ForecastStage = z.infer<typeof ForecastStage>

/** Everything a forecast is made from: from the same facts always the same forecast. */
export const ForecastFacts = z.strictObject({
  today: Day,
  /** First day of the plan; null = there is no plan. */
  startDay: Day.nullable(),
  stages: z.array(ForecastStage),
  /**
   * Of each milestone that was done or is overdue: days it took, or has taken so far, from the start of the plan, by the days
   * planned. 1 = on the day.
   */
  slowness: z.array(z.number().min(0)).max(500),
  /** Milestones of all stages: done in the months looked at, and overdue today. */
  milestones: z.strictObject({ doneLately: z.int().min(0), overdue: z.int().min(0) }),
  /** Mean hours a week of the months looked at, null = the journal is younger than a week. */
  hoursPerWeek: z.number().min(0).nullable(),
})
export type ForecastFacts = z.infer<typeof ForecastFacts>
