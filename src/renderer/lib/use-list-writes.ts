import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SavedMany } from '#shared/contract/base.ts'
import type { LinkChange, TagChange } from '#shared/model/item.ts'
import { useUndoable } from './use-save.tsx'

/** One change applied to several items. */
export interface ListChange<Patch> {
  patch: Patch
  tags?: TagChange
  links?: LinkChange
}

/** Changes of several items of a list at once, each one undoable action. */
export interface ListWrites<Patch> {
  update: (input: ListChange<Patch> & { uids: string[] }) => Promise<SavedMany>
  remove: (input: { uids: string[] }) => Promise<SavedMany>
}

/** The items of an action; `title` is that of the first, for messages about a single item. */
interface Items {
  uids: string[]
  title: string
}

/** Changes items without their forms, with undo. */
export function useListUpdate<Patch>(update: ListWrites<Patch>['update']) {
  const { t } = useTranslation('common')
  const undoable = useUndoable()
  return useMutation({
    mutationFn: ({ uids, change }: Items & { change: ListChange<Patch> }) => update({ uids, ...change }),
    onSuccess: ({ count, batchId }, { uids, title }) =>
      undoable(uids.length === 1 ? t('done.updated', { title }) : t('done.updatedMany', { count }), batchId),
  }).mutate
}

/** Changes and removes items of a list, with undo. */
export function useListWrites<Patch>(writes: ListWrites<Patch>) {
  const { t } = useTranslation('common')
  const undoable = useUndoable()
  const update = useListUpdate(writes.update)
  const remove = useMutation({
    mutationFn: ({ uids }: Items) => writes.remove({ uids }),
    onSuccess: ({ count, batchId }, { uids, title }) =>
      undoable(uids.length === 1 ? t('done.removed', { title }) : t('done.removedMany', { count }), batchId),
  })
  return { update, remove: remove.mutate }
}
