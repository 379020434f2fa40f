/**
 * Lines that were told to leave the list: a key pressed twice is meant neither for the line that comes next nor for the same one
 * again. A line is on its way until the list was read after it went; if it is there then, it was brought back.
 *
 * `moment` makes a stamp that sorts behind all made before, as those of views do.
 */
export class LeavingLines {
  /** When a line went; null = it is being written. */
  readonly #gone = new Map<string, string | null>()
  readonly #moment: () => string

  constructor(moment: () => string) {
    this.#moment = moment
  }

  begin(uid: string): void {
    this.#gone.set(uid, null)
  }

  /** It went. */
  went(uid: string): void {
    this.#gone.set(uid, this.#moment())
  }

  /** It could not go. */
  stays(uid: string): void {
    this.#gone.delete(uid)
  }

  /** Whether a line in a view that was begun to be read at a moment is on its way out. */
  has(uid: string, stamp: string): boolean {
    const gone = this.#gone.get(uid)
    return gone !== undefined && (gone === null || stamp < gone)
  }

  /** Whether a line in that view left and was brought back. */
  isBack(uid: string, stamp: string): boolean {
    return this.#gone.has(uid) && !this.has(uid, stamp)
  }
}
