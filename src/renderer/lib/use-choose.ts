import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useUndoable } from './use-save.tsx'

/** Adds an entry of a catalogue to the person's own list, with the way back. */
export function useChoose<Entry>(
  choose: (entry: Entry) => Promise<{ batchId: number }>,
  titleOf: (entry: Entry) => string,
) {
  const { t } = useTranslation('common')
  const undoable = useUndoable()
  return useMutation({
    mutationFn: choose,
    onSuccess: ({ batchId }, entry) => undoable(t('done.created', { title: titleOf(entry) }), batchId),
  })
}
