import { z } from 'zod'
import { Instant, NewUid } from '#shared/model/common.ts'
import { ByUid, Nothing, procedure } from './base.ts'

/** Characters of what a line says; far more than its field takes. */
const LINE_LIMIT = 200_000

const timerShape = {
  /** Of the journal line it becomes: saved twice it is still one. */
  uid: NewUid,
  /** What the line says so far. Only the page knows how. */
  line: z.string().max(LINE_LIMIT),
}

/** Time that is measured for a journal line that is not there yet. */
export const Timer = z.strictObject({
  ...timerShape,
  /** Since when it runs; null = it stands still. */
  since: Instant.nullable(),
  /** Milliseconds that were measured before. */
  spent: z.int().min(0),
})
export type Timer = z.infer<typeof Timer>

/** The procedures of the timer. It is kept with the workspace, so that it survives the end of Kurs, and is no part of the data: no history, no undo, no export. */
export const timerProcedures = {
  /** null = there is none. */
  timer: procedure.input(Nothing).output(Timer.nullable()),
  /**
   * Begins a timer, or changes the one there is, and answers once that is saved. `runs` says whether it goes on or stands still; without
   * it a new one runs and another one does what it did. The one that was ended last comes back by its uid, as though it had not been ended. REFUSED `timer-there` while there is another one.
   */
  keepTimer: procedure.input(z.strictObject({ ...timerShape, runs: z.boolean().optional() })).output(Timer),
  /** The time is not needed any more; harmless where this timer is not there. */
  endTimer: procedure.input(ByUid).output(z.null()),
}
