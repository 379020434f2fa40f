import { z } from 'zod'
import { Day, Notes } from './common.ts'
import { declareModel } from './declare.ts'

/** How a week went; `failed` is as good an answer as any. */
export const WeekOutcome = z.enum(['asPlanned', 'partly', 'failed'])
export type WeekOutcome = z.infer<typeof WeekOutcome>

/** The parts into which the time of a week is split, in display order. */
export const LOAD_PARTS = ['operations', 'learning', 'strategy'] as const
export type LoadPart = (typeof LOAD_PARTS)[number]

/** How much time a part took, as estimated: 0 none, 1 a little, 2 some, 3 much, 4 most. */
export const CHOICES = [0, 1, 2, 3, 4] as const
export const PartChoice = z.literal(CHOICES)

/** Whole percent of the time of a week. */
const Percent = z.int({ message: 'share.invalid' }).min(0, 'share.invalid').max(100, 'share.invalid')

/** Minutes of a whole week: seven days. */
export const WeekMinutes = z
  .int({ message: 'weekTime.invalid' })
  .min(0, 'weekTime.invalid')
  .max(7 * 1440, 'weekTime.invalid')

/** How the time of one week was split, as remembered; a week has one load entry. */
export const loadEntryShape = {
  /** Monday of the week. */
  week: Day,
  operations: Percent,
  learning: Percent,
  strategy: Percent,
  /** Minutes of the week that delegation has freed, null = not stated. */
  freedMinutes: WeekMinutes.nullable(),
  /** How it went, null = not stated. */
  outcome: WeekOutcome.nullable(),
  /** Markdown. */
  notes: Notes,
}
export const LoadEntryFields = z.strictObject(loadEntryShape).superRefine((entry, ctx) => {
  if (entry.operations + entry.learning + entry.strategy !== 100)
    ctx.addIssue({ code: 'custom', path: ['strategy'], message: 'shares.sum' })
})
export type LoadEntryFields = z.infer<typeof LoadEntryFields>
export const emptyLoadEntry: LoadEntryFields = {
  week: '',
  operations: 0,
  learning: 0,
  strategy: 0,
  freedMinutes: null,
  outcome: null,
  notes: '',
}

export const loadEntryModel = declareModel({
  type: 'loadEntry',
  shape: loadEntryShape,
  fields: LoadEntryFields,
  empty: emptyLoadEntry,
  csv: 'load',
})
