import { z } from 'zod'
import { Day } from '#shared/model/common.ts'
import { viewOf } from '#shared/model/entities.ts'
import { loadEntryModel, loadEntryShape } from '#shared/model/load.ts'
import { bulk, crud, procedure, WeekStartsOn } from './base.ts'

export const LoadEntry = viewOf(loadEntryModel)
export type LoadEntry = z.infer<typeof LoadEntry>

/** What the journal has of each week, by its Monday; until today. */
export const WeekHours = z.strictObject({
  /** Day of the oldest entry of the journal, null = it is empty. */
  firstDay: Day.nullable(),
  /** Weeks in which there is something, oldest first. */
  weeks: z.array(z.strictObject({ week: Day, minutes: z.int() })),
})
export type WeekHours = z.infer<typeof WeekHours>

export const load = {
  ...crud(loadEntryShape, LoadEntry),
  ...bulk(loadEntryShape),
  /** Hours of the journal by week, to be laid beside the entries. */
  hours: procedure.input(z.strictObject({ weekStartsOn: WeekStartsOn })).output(WeekHours),
}
