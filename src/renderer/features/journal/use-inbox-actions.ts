import { useMutation } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { ActivityLine } from '#shared/contract/journal.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'

export interface InboxActions {
  /** Takes a line out of the inbox, with a kind or without. */
  sort(line: ActivityLine, kind: ActivityKind | null): void
  time(line: ActivityLine, minutes: number): void
  remove(line: ActivityLine): void
  open(line: ActivityLine): void
  edit(line: ActivityLine): void
}

/** The pages a line can be opened on. */
type Opening = Pick<InboxActions, 'open' | 'edit'>

/** What a line can be told from the list, with the way back. */
export function useInboxActions(
  opening: { open(uid: string): void; edit(uid: string): void },
  onSorted: (uid: string) => void,
): InboxActions {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const format = useFormat()
  /** On their way out: a key pressed twice is not meant for the line that comes next, nor for the same one again. */
  const leaving = useRef(new Set<string>())
  const sort = useMutation({
    mutationFn: ({ line, kind }: { line: ActivityLine; kind: ActivityKind | null }) =>
      client.journal.update({ uid: line.uid, patch: { inbox: false, ...(kind && { kind }) } }),
    onSuccess: ({ batchId }, { line }) => {
      onSorted(line.uid)
      undoable(t('sort.sorted', { title: line.title }), batchId)
    },
    onSettled: (_saved, _error, { line }) => leaving.current.delete(line.uid),
  }).mutate
  const time = useMutation({
    mutationFn: ({ line, minutes }: { line: ActivityLine; minutes: number }) =>
      client.journal.update({ uid: line.uid, patch: { minutes } }),
    onSuccess: ({ batchId }, { line, minutes }) =>
      undoable(t('sort.timed', { title: line.title, time: format.minutes(minutes) || '0' }), batchId),
  }).mutate
  const remove = useRemove(
    (uid) => client.journal.remove({ uid }),
    () => {},
  ).mutate
  const { open, edit } = opening
  const go: Opening = useMemo(() => ({ open: ({ uid }) => open(uid), edit: ({ uid }) => edit(uid) }), [open, edit])
  return useMemo(
    () => ({
      ...go,
      sort: (line, kind) => {
        if (leaving.current.has(line.uid)) return
        leaving.current.add(line.uid)
        sort({ line, kind })
      },
      time: (line, minutes) => time({ line, minutes }),
      remove: ({ uid, title }) => remove({ uid, title }),
    }),
    [go, remove, sort, time],
  )
}
