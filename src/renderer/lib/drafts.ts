const draftName = (key: string) => `kurs.draft.${key}`

/** The fields that differ from where the form began: all that a draft has to hold. */
export function changedFields<F extends object>(initial: F, values: F): Partial<F> {
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(initial[name as keyof F]),
  )
  return Object.fromEntries(changed) as Partial<F>
}

/** What was typed last time and differs from what is saved now; null when there is nothing of it. */
export function readDraft<F extends object>(storage: Storage, key: string, initial: F): Partial<F> | null {
  const text = storage.getItem(draftName(key))
  if (text === null) return null
  try {
    const kept = Object.entries(JSON.parse(text) as object).filter(([name]) => name in initial)
    const changed = changedFields(initial, { ...initial, ...Object.fromEntries(kept) })
    return Object.keys(changed).length > 0 ? changed : null
  } catch {
    return null
  }
}

/** Keeps what was typed so far; forgets the draft once nothing differs any more. */
export function keepDraft<F extends object>(storage: Storage, key: string, initial: F, values: F): void {
  const changed = changedFields(initial, values)
  if (Object.keys(changed).length === 0) storage.removeItem(draftName(key))
  else storage.setItem(draftName(key), JSON.stringify(changed))
}

/** Drops the draft: it was saved or discarded. */
export function dropDraft(storage: Storage, key: string): void {
  storage.removeItem(draftName(key))
}
