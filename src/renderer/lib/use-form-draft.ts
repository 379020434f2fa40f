import { useRef, useState } from 'react'
import { useDraftBox } from './draft-box.ts'
import { changedFields, keepDraft, onlyFields, readDraft } from './drafts.ts'
import { newUid } from './new-uid.ts'
import { useKeepSoon } from './use-keep-soon.ts'

interface FormDraftOptions<F extends object> {
  key: string
  initial: F
  /** Kept along with whatever is typed. */
  dayField: (keyof F & string) | undefined
  /** Makes fields of today out of what an older Kurs kept. */
  lift: ((fields: Partial<F>) => Partial<F>) | undefined
}

/** What a form keeps while it is being filled: its values, and the uid of the item it makes where that is a new one. */
export function useFormDraft<F extends object>({ key, initial, dayField, lift }: FormDraftOptions<F>) {
  const box = useDraftBox()
  const along = dayField === undefined ? [] : [dayField]
  const [draft, setDraft] = useState(() => readDraft(box, key, initial, lift))
  const uid = useRef(draft?.uid ?? newUid())
  // The item may change under the open form (an undo, another window): what was not typed here must not go back.
  const began = useRef({ ...initial, ...draft?.base })
  const keep = useKeepSoon((values: F) => keepDraft(box, key, began.current, values, { uid: uid.current, along }))
  /** It was saved or given up: what is typed from now on is another item. */
  const forget = () => {
    keep.cancel()
    box.keep(key, null)
    uid.current = newUid()
    setDraft(null)
  }
  /** `agreed`: what is known to stand in the store now, where that is not what the form began from. */
  const changeTo = (values: F, agreed: Partial<F>) => {
    const from = { ...began.current, ...agreed }
    const patch = changedFields(from, values)
    return { uid: uid.current, patch, base: onlyFields(from, Object.keys(patch)) }
  }
  return { changeTo, values: draft?.values, restored: draft !== null, began, keep, forget }
}
