import { z } from 'zod'
import { Instant, NewUid } from '#shared/model/common.ts'
import { ByUid, Nothing, procedure } from './base.ts'

/** Characters of what a line says; far more than its field takes. */
const LINE_LIMIT = 200_000

/** Time that is measured for a journal line that is not there yet. */
export const Timer = z.strictObject({
  /** Of the journal line it becomes: saved twice it is still one. */
  uid: NewUid,
  /** What the line says so far. Only the page knows how. */
  line: z.string().max(LINE_LIMIT),
  /** Since when it runs; null = it stands still. */
  since: Instant.nullable(),
  /** Milliseconds that were measured before. */
  spent: z.int().min(0),
})
export type Timer = z.infer<typeof Timer>

/** The procedures of the timer. It is kept with the workspace, so that it survives the end of Kurs, and is no part of the data: no history, no undo, no archive. */
export const timerProcedures = {
  /** null = there is none. */
  timer: procedure.input(Nothing).output(Timer.nullable()),
  /** Begins a timer; the same uid again is the same timer, null where that has ended since. REFUSED `timer-there` while there is another one. */
  beginTimer: procedure.input(Timer.pick({ uid: true, line: true })).output(Timer.nullable()),
  /** Changes what the line says, and lets it stand still or go on. null, and nothing is changed, where this timer is not there any more. */
  changeTimer: procedure
    .input(z.strictObject({ uid: NewUid, line: Timer.shape.line.optional(), runs: z.boolean().optional() }))
    .output(Timer.nullable()),
  /** The time is not needed any more; harmless where this timer is not there. */
  endTimer: procedure.input(ByUid).output(z.null()),
  /** Takes the end back: the time goes on as though it had not ended. REFUSED `restore-conflict` where another timer has begun since. */
  returnTimer: procedure.input(ByUid).output(z.null()),
}
