/**
 * Entries that were told to leave the list. A key pressed twice must not act on the next entry or twice on the same
 * one. An entry is leaving until the list was read after the change; if it is still in that list, it was brought back.
 *
 * `moment` makes a stamp that sorts after all earlier ones, as the stamps of views do.
 */
export class LeavingLines {
  /** When an entry left; null = the change is being written. */
  readonly #gone = new Map<string, string | null>()
  readonly #moment: () => string

  constructor(moment: () => string) {
    this.#moment = moment
  }

  begin(uid: string): void {
    this.#gone.set(uid, null)
  }

  /** The change was written. */
  went(uid: string): void {
    this.#gone.set(uid, this.#moment())
  }

  /** The change failed. */
  stays(uid: string): void {
    this.#gone.delete(uid)
  }

  /** Whether an entry is still leaving in the view with this stamp. */
  has(uid: string, stamp: string): boolean {
    const gone = this.#gone.get(uid)
    return gone !== undefined && (gone === null || stamp < gone)
  }

  /** Whether an entry left and is back in the view with this stamp. */
  isBack(uid: string, stamp: string): boolean {
    return this.#gone.has(uid) && !this.has(uid, stamp)
  }
}
