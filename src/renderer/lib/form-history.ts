import type { UndoStep } from './undo-scope.ts'

/** Milliseconds after which further typing in the same field is a separate step. */
const PAUSE = 1000

/** The values a form had, step by step, for undo within the form. */
export class FormHistory<Values> {
  readonly #now: () => number
  #past: Values[] = []
  #future: Values[] = []
  #last = { what: '', at: Number.NEGATIVE_INFINITY }

  constructor(now: () => number) {
    this.#now = now
  }

  /**
   * Remembers the values before a change; `what` names the changed fields: typing in one of them is one step until it
   * pauses.
   */
  note(before: Values, what: string): void {
    const at = this.#now()
    if (what !== this.#last.what || at - this.#last.at > PAUSE) this.#past.push(before)
    this.#last = { what, at }
    this.#future = []
  }

  /** The values to go to from the present ones; null if there are none. */
  step(step: UndoStep, present: Values): Values | null {
    const [from, to] = step === 'undo' ? [this.#past, this.#future] : [this.#future, this.#past]
    const next = from.pop()
    if (next === undefined) return null
    to.push(present)
    this.#last = { what: '', at: Number.NEGATIVE_INFINITY }
    return next
  }

  canRedo(): boolean {
    return this.#future.length > 0
  }

  /** Forgets only the steps whose values must not come back. */
  leaveOut(isGone: (values: Values) => boolean): void {
    this.#past = this.#past.filter((values) => !isGone(values))
    this.#future = this.#future.filter((values) => !isGone(values))
    this.#last = { what: '', at: Number.NEGATIVE_INFINITY }
  }

  /** The form was saved or discarded: there is nothing to go back to. */
  clear(): void {
    this.#past = []
    this.#future = []
    this.#last = { what: '', at: Number.NEGATIVE_INFINITY }
  }
}
