import { useRef, useState } from 'react'
import { useDraftBox } from './draft-box.ts'
import { changedFields, keepDraft, onlyFields, readDraft } from './drafts.ts'
import { newUid } from './new-uid.ts'
import { useKeepSoon } from './use-keep-soon.ts'

interface FormDraftOptions<F extends object> {
  key: string
  initial: F
  /** Kept along with anything typed. */
  dayField: (keyof F & string) | undefined
  /** Converts the fields of a draft kept by an older Kurs. */
  lift: ((fields: Partial<F>) => Partial<F>) | undefined
}

/** What a form keeps while it is being filled in: its values, and the uid of a new item. */
export function useFormDraft<F extends object>({ key, initial, dayField, lift }: FormDraftOptions<F>) {
  const box = useDraftBox()
  const along = dayField === undefined ? [] : [dayField]
  const [draft, setDraft] = useState(() => readDraft(box, key, initial, lift))
  const uid = useRef(draft?.uid ?? newUid())
  // The item may change under the open form (undo, another window): fields that were not typed here must not be
  // reverted.
  const began = useRef({ ...initial, ...draft?.base })
  const keep = useKeepSoon((values: F) => keepDraft(box, key, began.current, values, { uid: uid.current, along }))
  /** The form was saved or discarded: what is typed next is a new item. */
  const forget = () => {
    keep.cancel()
    box.keep(key, null)
    uid.current = newUid()
    setDraft(null)
  }
  /** `agreed`: stored values known to differ from the initial ones. */
  const changeTo = (values: F, agreed: Partial<F>) => {
    const from = { ...began.current, ...agreed }
    const patch = changedFields(from, values)
    return { uid: uid.current, patch, base: onlyFields(from, Object.keys(patch)) }
  }
  return { changeTo, values: draft?.values, restored: draft !== null, began, keep, forget }
}
