import type { DraftBox } from './draft-box.ts'

/** What was typed into a form and is not saved yet. */
export interface Draft<F> {
  values: Partial<F>
  /** What the same fields were where the form began: tells later what was changed elsewhere meanwhile. */
  base: Partial<F>
  /** Of the item it becomes, where it is a new one: saved twice it is still one. */
  uid?: string | undefined
}

/** The fields that differ from where the form began. */
export function changedFields<F extends object>(initial: F, values: F): Partial<F> {
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(initial[name as keyof F]),
  )
  return Object.fromEntries(changed) as Partial<F>
}

/** The named fields alone. */
export function onlyFields<F extends object>(fields: F, names: readonly string[]): Partial<F> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name))) as Partial<F>
}

/** The values of a form after its answer, without what was typed since they were sent. What the page has set since stays. */
export function savedPart<F extends object>(sent: F, answered: F, values: F): F {
  const typed = Object.keys(changedFields(sent, answered))
  const set = changedFields(answered, values)
  return {
    ...values,
    ...onlyFields(
      sent,
      typed.filter((name) => !(name in set)),
    ),
  }
}

/**
 * What was typed last time and differs from what is saved now; null when there is nothing of it. `lift`: makes fields of today out
 * of what an older Kurs kept.
 */
export function readDraft<F extends object>(
  box: DraftBox,
  key: string,
  initial: F,
  lift = (fields: Partial<F>): Partial<F> => fields,
): Draft<F> | null {
  const text = box.read(key)
  if (text === null) return null
  try {
    const { values, base, uid } = JSON.parse(text) as Draft<F>
    const kept = onlyFields(lift(values) as F, Object.keys(initial))
    const changed = changedFields(initial, { ...initial, ...kept })
    const names = Object.keys(changed)
    return names.length > 0 ? { values: changed, base: onlyFields(lift(base) as F, names), uid } : null
  } catch {
    return null
  }
}

interface Keeping {
  uid?: string | undefined
  /** Fields kept with the others although nobody touched them, such as a day that was today when the form was opened. */
  along?: readonly string[] | undefined
}

/** Keeps what was typed so far; forgets the draft once nothing differs any more. */
export function keepDraft<F extends object>(
  box: DraftBox,
  key: string,
  began: F,
  values: F,
  { uid, along = [] }: Keeping = {},
): void {
  const names = Object.keys(changedFields(began, values))
  const kept = [...new Set([...names, ...along])]
  const draft = { values: onlyFields(values, kept), base: onlyFields(began, names), uid } satisfies Draft<F>
  box.keep(key, names.length === 0 ? null : JSON.stringify(draft))
}
