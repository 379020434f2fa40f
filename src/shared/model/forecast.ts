import { z } from 'zod'
import { Day, LocalText, Quantity, Uid } from './common.ts'
import { RequirementStatus } from './gate.ts'

/** Months a forecast looks back: a whole year, so that every season is included once. */
export const FORECAST_MONTHS = 12

/** Months before those, with less weight: they show the usual pace if the year was unusual. */
export const EARLIER_MONTHS = 24

/**
 * The past progress of a requirement, the input of its forecast. Months end today, so that none is incomplete; the
 * oldest is first, and months before anything was known are left out.
 */
export const PaceHistory = z.strictObject({
  /** Gain of each month, in the wanted direction; negative if something was lost. */
  gains: z.array(Quantity).max(FORECAST_MONTHS),
  /** Total gain of the up to `EARLIER_MONTHS` months before, and how many of them are known. */
  earlierGain: Quantity,
  earlierMonths: z.number().min(0).max(EARLIER_MONTHS),
  /** Number of observations: items counted, intervals between assessments, intervals between values. */
  observations: z.int().min(0),
  /** The value when the plan began, null = unknown; the typical pace is measured from it. */
  start: Quantity.nullable(),
})
export type PaceHistory = z.infer<typeof PaceHistory>

export const ForecastRequirement = z.strictObject({
  ...RequirementStatus.shape,
  /** For a milestone that is not done: its planned day. */
  plannedDay: Day.nullable(),
  /** Null for a milestone, and for a met requirement. */
  history: PaceHistory.nullable(),
  /**
   * Its stage has not begun, and only what is done in the stage counts: its time begins when the previous gate opens.
   */
  waitsForStage: z.boolean(),
  /** Whole months in which it could count something: 0 while it waits for its stage; null = all known months. */
  idleMonths: z.int().min(0).max(FORECAST_MONTHS).nullable(),
  /** For items that must be visible outside the company: their history, and how many are missing. */
  outsidePace: z.strictObject({ history: PaceHistory, remaining: Quantity }).nullable(),
  /** What is still missing, in the wanted direction; null = unknown (no assessment, no value). */
  remaining: Quantity.nullable(),
})
export type ForecastRequirement = z.infer<typeof ForecastRequirement>

export const ForecastStage = z.strictObject({
  uid: Uid,
  title: LocalText,
  plannedEnd: Day,
  passedOn: Day.nullable(),
  /** Days from the start of the plan to this gate in the template; null for a stage that is not from a template. */
  typicalDays: z.int().min(1).nullable(),
  /** Days from the start of the plan to the beginning of this stage in the template. */
  typicalStart: z.int().min(0),
  requirements: z.array(ForecastRequirement),
})
export type ForecastStage = z.infer<typeof ForecastStage>

/** All input of a forecast: the same facts always give the same forecast. */
export const ForecastFacts = z.strictObject({
  today: Day,
  /** First day of the plan; null = there is no plan. */
  startDay: Day.nullable(),
  stages: z.array(ForecastStage),
  /**
   * For each milestone that is done or overdue: days it took, or has taken so far, divided by the days planned, both
   * from the start of the plan. 1 = on time.
   */
  slowness: z.array(z.number().min(0)).max(500),
  /** Milestones of all stages: done in the months of the forecast, and overdue today. */
  milestones: z.strictObject({ doneLately: z.int().min(0), overdue: z.int().min(0) }),
  /** Mean hours a week in those months, null = the journal covers less than a week. */
  hoursPerWeek: z.number().min(0).nullable(),
})
export type ForecastFacts = z.infer<typeof ForecastFacts>
