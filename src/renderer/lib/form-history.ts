import type { UndoStep } from './undo-scope.ts'

/** Milliseconds after which typing on in the same field is a step of its own. */
const PAUSE = 1000

/** The values a form had, step by step, so that it can go back within itself. */
export class FormHistory<Values> {
  readonly #now: () => number
  #past: Values[] = []
  #future: Values[] = []
  #last = { what: '', at: Number.NEGATIVE_INFINITY }

  constructor(now: () => number) {
    this.#now = now
  }

  /** Remembers what was before a change; `what` names the fields that changed: typing in one of them is one step until it pauses. */
  note(before: Values, what: string): void {
    const at = this.#now()
    if (what !== this.#last.what || at - this.#last.at > PAUSE) this.#past.push(before)
    this.#last = { what, at }
    this.#future = []
  }

  /** The values to go to from the present ones; null when there are none. */
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

  /** Some of the values must not come back: only these steps are forgotten. */
  leaveOut(isGone: (values: Values) => boolean): void {
    this.#past = this.#past.filter((values) => !isGone(values))
    this.#future = this.#future.filter((values) => !isGone(values))
    this.#last = { what: '', at: Number.NEGATIVE_INFINITY }
  }

  /** It was saved or given up: there is nothing behind it any more. */
  clear(): void {
    this.#past = []
    this.#future = []
    this.#last = { what: '', at: Number.NEGATIVE_INFINITY }
  }
}
