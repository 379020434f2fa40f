import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Selection } from './selection.ts'
import { useItemForm } from './use-item-form.ts'
import { useUndoable } from './use-save.tsx'

interface Saved {
  uid: string
  batchId: number
}

interface EntityFormOptions<F extends object> {
  /** uid of the item being changed, null while a new one is added. */
  uid: string | null
  /** Names the draft of a new item: `new-<type>`. */
  newKey: string
  schema: z.ZodType<F>
  initial: F
  create(fields: F): Promise<Saved>
  /** `patch` holds only what was changed. */
  update(uid: string, patch: Partial<F>): Promise<Saved>
  titleOf(fields: F): string
  selection: Selection
}

/** The form of a list page's item: after saving it shows the item, with a way back. */
export function useEntityForm<F extends object>(options: EntityFormOptions<F>) {
  const { uid, newKey, create, update, titleOf, selection, ...rest } = options
  const { t } = useTranslation('common')
  const undoable = useUndoable()
  return useItemForm<F, Saved>({
    ...rest,
    draftKey: uid ?? newKey,
    save: (fields, changed) => (uid === null ? create(fields) : update(uid, changed)),
    onSaved: (saved, fields) => {
      undoable(t(uid === null ? 'done.created' : 'done.updated', { title: titleOf(fields) }), saved.batchId)
      selection.open(saved.uid)
    },
    onCancel: () => (uid === null ? selection.close() : selection.open(uid)),
  })
}
