import type { DraftBox } from './draft-box.ts'

/** Unsaved values typed into a form. */
export interface Draft<F> {
  values: Partial<F>
  /** The values of the same fields when the form was opened; they show later what was changed elsewhere. */
  base: Partial<F>
  /** Uid of the new item, so that saving it twice makes one item. */
  uid?: string | undefined
}

/** The fields that differ from their initial values. */
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

/**
 * The values of a form after its answer, without what was typed after they were sent. Values set by the page since then
 * stay.
 */
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
 * A kept draft, as far as it differs from the saved values; null if nothing differs. `lift`: converts the fields of a
 * draft kept by an older Kurs.
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
  /** Fields kept with the others even if untouched, such as a day that was today when the form was opened. */
  along?: readonly string[] | undefined
}

/** Keeps the typed values; removes the draft once nothing differs any more. */
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
