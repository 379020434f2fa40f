import { z } from 'zod'
import { Instant, NewUid } from '#shared/model/common.ts'
import { ByUid, Nothing, procedure } from './base.ts'

/** Characters of a kept line; far more than its field accepts. */
const LINE_LIMIT = 200_000

const timerShape = {
  /** Uid of the journal entry it becomes, so that saving it twice makes one entry. */
  uid: NewUid,
  /** The line so far, in a form that only the page can interpret. */
  line: z.string().max(LINE_LIMIT),
}

/** Measured time for a journal entry that does not exist yet. */
export const Timer = z.strictObject({
  ...timerShape,
  /** Since when it has been running; null = paused. */
  since: Instant.nullable(),
  /** Milliseconds measured before that. */
  spent: z.int().min(0),
})
export type Timer = z.infer<typeof Timer>

/**
 * The procedures of the timer. It is kept with the workspace, so that it survives the end of Kurs, but is not part of
 * the data: it has no history, undo or export.
 */
export const timerProcedures = {
  /** null = there is no timer. */
  timer: procedure.input(Nothing).output(Timer.nullable()),
  /**
   * Starts a timer, or changes the present one, and answers once that is saved. `runs` says whether it runs or is
   * paused; without it, a new timer runs and an existing one stays as it was. The timer that was ended last can be
   * brought back by its uid, as if it had not been ended. REFUSED `timer-there` while there is another timer.
   */
  keepTimer: procedure.input(z.strictObject({ ...timerShape, runs: z.boolean().optional() })).output(Timer),
  /** Deletes the timer; does nothing if this timer is not there. */
  endTimer: procedure.input(ByUid).output(z.null()),
}
