import { z } from 'zod'
import { Day } from '#shared/model/common.ts'
import { viewOf } from '#shared/model/entities.ts'
import { loadEntryModel, loadEntryShape } from '#shared/model/load.ts'
import { bulk, crud, procedure, WeekStartsOn } from './base.ts'

export const LoadEntry = viewOf(loadEntryModel)
export type LoadEntry = z.infer<typeof LoadEntry>

/** Journal minutes of each week, identified by its Monday; until today. */
export const WeekHours = z.strictObject({
  /** Day of the oldest journal entry, null = the journal is empty. */
  firstDay: Day.nullable(),
  /** Weeks with entries, oldest first. */
  weeks: z.array(z.strictObject({ week: Day, minutes: z.int() })),
})
export type WeekHours = z.infer<typeof WeekHours>

export const load = {
  ...crud(loadEntryShape, LoadEntry),
  ...bulk(loadEntryShape),
  /** Hours of the journal by week, to compare with the load entries. */
  hours: procedure.input(z.strictObject({ weekStartsOn: WeekStartsOn })).output(WeekHours),
}
