import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useUndoable } from './use-save.tsx'

interface Saved {
  uid: string
  batchId: number
}

/** Removes an item, with undo. */
export function useRemove(remove: (uid: string) => Promise<Saved>, onRemoved: () => void) {
  const { t } = useTranslation('common')
  const undoable = useUndoable()
  return useMutation({
    mutationFn: ({ uid }: { uid: string; title: string }) => remove(uid),
    onSuccess: (saved, { title }) => {
      undoable(t('done.removed', { title }), saved.batchId)
      onRemoved()
    },
  })
}
