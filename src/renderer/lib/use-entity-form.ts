import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { ItemRef } from '#shared/model/entities.ts'
import type { Selection } from './selection.ts'
import { type FormChange, useItemForm } from './use-item-form.ts'
import { useUndoable } from './use-save.tsx'

interface Saved {
  uid: string
  batchId: number
}

/** Initial values of a new item's form, if it does not start empty. */
export interface Given<F extends object> {
  /** Key of the draft, different from that of an empty form. */
  draftKey: string
  fields: Partial<F>
  /** The linked items among the fields, so that their titles can be shown. */
  refs?: ItemRef[]
}

interface EntityFormOptions<F extends object> {
  /** uid of the item being changed, null for a new one. */
  uid: string | null
  /** Key of the draft of a new item: `new-<type>`. */
  newKey: string
  schema: z.ZodType<F>
  initial: F
  /** As in `useItemForm`. */
  dayField?: keyof F & string
  /** As in `useItemForm`. */
  liftDraft?: (fields: Partial<NoInfer<F>>) => Partial<NoInfer<F>>
  create(item: { uid: string; fields: NoInfer<F> }): Promise<Saved>
  update(change: FormChange<NoInfer<F>>): Promise<Saved>
  titleOf(fields: F): string
  selection: Pick<Selection, 'open' | 'close'>
}

/** The form of a list page's item: after saving it shows the item, with undo. */
export function useEntityForm<F extends object>(options: EntityFormOptions<F>) {
  const { uid, newKey, create, update, titleOf, selection, ...rest } = options
  const { t } = useTranslation('common')
  const undoable = useUndoable()
  return useItemForm<F, Saved>({
    ...rest,
    draftKey: uid ?? newKey,
    save: (fields, change) => (uid === null ? create({ uid: change.uid, fields }) : update({ ...change, uid })),
    onSaved: (saved, fields) => {
      undoable(t(uid === null ? 'done.created' : 'done.updated', { title: titleOf(fields) }), saved.batchId)
      selection.open(saved.uid)
    },
    onCancel: () => (uid === null ? selection.close() : selection.open(uid)),
  })
}
