import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNewUids } from './new-uid.ts'
import { useUndoable } from './use-save.tsx'

/** Adds an entry of a catalogue to the person's own list, with undo. */
export function useChoose<Entry extends { key: string }>(
  choose: (entry: Entry, uid: string) => Promise<{ batchId: number }>,
  titleOf: (entry: Entry) => string,
) {
  const { t } = useTranslation('common')
  const undoable = useUndoable()
  const uidOf = useNewUids()
  return useMutation({
    mutationFn: (entry: Entry) => choose(entry, uidOf(entry.key)),
    onSuccess: ({ batchId }, entry) => undoable(t('done.created', { title: titleOf(entry) }), batchId),
  })
}
