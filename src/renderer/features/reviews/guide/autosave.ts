/** Milliseconds from a failed save to the automatic retry. */
const RETRY_DELAY = 10_000

/** The state of what was typed: `saved` only after the store has answered. */
export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  /** A conflict waits for the person: the same text was changed in another window. */
  | { kind: 'conflict' }

interface AutosaveOptions<Value> {
  saved: Value
  save(value: Value): Promise<void>
  isEqual(a: Value, b: Value): boolean
  /** Milliseconds without a change before saving. */
  delay: number
  now(): number
  onState(state: SaveState): void
}

export interface Autosave<Value> {
  change(value: Value): void
  /** Saves unsaved changes now; true when nothing is left to save. */
  flush(): Promise<boolean>
  /** Takes over the stored value and the value to be saved next; false while a save is running. */
  adopt(stored: Value, next: Value): boolean
  isSaved(): boolean
  stop(): void
}

/**
 * Saves a value while it is being typed: one save at a time, never an older value after a newer one. A refused save
 * keeps the value and is tried again.
 */
export function createAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const { save, isEqual, delay, now, onState } = options
  let saved = options.saved
  let value = saved
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | null = null

  const schedule = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }
  const run = async (): Promise<boolean> => {
    while (!isEqual(value, saved)) {
      const sent = value
      onState({ kind: 'saving' })
      try {
        await save(sent)
      } catch (error) {
        onState({ kind: 'failed', error })
        schedule(RETRY_DELAY)
        return false
      }
      saved = sent
    }
    onState({ kind: 'saved', at: now() })
    return true
  }
  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    if (running !== null) return running
    if (isEqual(value, saved)) return Promise.resolve(true)
    running = run().finally(() => {
      running = null
    })
    return running
  }
  return {
    change(next) {
      value = next
      if (running !== null) return
      if (isEqual(value, saved)) {
        clearTimeout(timer)
        onState({ kind: 'saved', at: null })
        return
      }
      onState({ kind: 'unsaved' })
      schedule(delay)
    },
    flush,
    adopt(stored, next) {
      if (running !== null) return false
      const wasSaved = isEqual(value, saved)
      saved = stored
      value = next
      if (isEqual(value, saved)) {
        clearTimeout(timer)
        if (!wasSaved) onState({ kind: 'saved', at: null })
      } else {
        onState({ kind: 'unsaved' })
        schedule(delay)
      }
      return true
    },
    isSaved: () => running === null && isEqual(value, saved),
    stop: () => clearTimeout(timer),
  }
}
