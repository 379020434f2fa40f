import { useMutation } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { ActivityLine } from '#shared/contract/journal.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'
import { rowOf } from './journal-view.ts'
import { LeavingLines } from './leaving-lines.ts'
import type { JournalListState } from './use-journal-list.ts'

export interface InboxActions {
  /** Takes an entry out of the inbox, with or without a kind. */
  sort(line: ActivityLine, kind: ActivityKind | null): void
  time(line: ActivityLine, minutes: number): void
  remove(line: ActivityLine): void
  open(line: ActivityLine): void
  edit(line: ActivityLine): void
}

/** How an entry is opened on its page. */
type Opening = Pick<InboxActions, 'open' | 'edit'>

/** The leaving entries, and a function that marks one as leaving. */
function useLeaving() {
  const [leaving] = useState(() => new LeavingLines(newUid))
  const leave = useCallback(
    async <Saved>(uid: string, write: () => Promise<Saved>): Promise<Saved> => {
      try {
        const saved = await write()
        leaving.went(uid)
        return saved
      } catch (error) {
        leaving.stays(uid)
        throw error
      }
    },
    [leaving],
  )
  return { leaving, leave }
}

/** Actions on entries of the inbox, with undo, and the number of entries that were sorted and have not come back. */
export function useInboxActions(
  opening: { open(uid: string): void; edit(uid: string): void },
  { view, pages }: Pick<JournalListState, 'view' | 'pages'>,
): { actions: InboxActions; sortedCount: number } {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const format = useFormat()
  const { leaving, leave } = useLeaving()
  const stamp = view?.stamp ?? ''
  const [sorted, setSorted] = useState<readonly string[]>([])
  const left = sorted.filter((uid) => !leaving.isBack(uid, stamp) || rowOf(pages, uid) === null)
  if (left.length < sorted.length) setSorted(left)
  const sort = useMutation({
    mutationFn: ({ line, kind }: { line: ActivityLine; kind: ActivityKind | null }) =>
      leave(line.uid, () => client.journal.update({ uid: line.uid, patch: { inbox: false, ...(kind && { kind }) } })),
    onSuccess: ({ batchId }, { line }) => {
      setSorted((before) => [...before.filter((uid) => uid !== line.uid), line.uid])
      undoable(t('sort.sorted', { title: line.title }), batchId)
    },
  }).mutate
  const time = useMutation({
    mutationFn: ({ line, minutes }: { line: ActivityLine; minutes: number }) =>
      client.journal.update({ uid: line.uid, patch: { minutes } }),
    onSuccess: ({ batchId }, { line, minutes }) =>
      undoable(t('sort.timed', { title: line.title, time: format.minutes(minutes) || '0' }), batchId),
  }).mutate
  const remove = useRemove(
    (uid) => leave(uid, () => client.journal.remove({ uid })),
    () => {},
  ).mutate
  const { open, edit } = opening
  const go: Opening = useMemo(() => ({ open: ({ uid }) => open(uid), edit: ({ uid }) => edit(uid) }), [open, edit])
  const actions = useMemo((): InboxActions => {
    const once = (uid: string, tell: () => void) => {
      if (leaving.has(uid, stamp)) return
      leaving.begin(uid)
      tell()
    }
    return {
      ...go,
      sort: (line, kind) => once(line.uid, () => sort({ line, kind })),
      time: (line, minutes) => time({ line, minutes }),
      remove: ({ uid, title }) => once(uid, () => remove({ uid, title })),
    }
  }, [go, leaving, remove, sort, stamp, time])
  return { actions, sortedCount: sorted.length }
}
