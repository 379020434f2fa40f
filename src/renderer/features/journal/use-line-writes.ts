import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { type ListChange, useListWrites } from '#renderer/lib/use-list-writes.ts'
import type { ActivityFields } from '#shared/model/activity.ts'
import type { LineChoice } from './use-line-choice.ts'

type LinePatch = Partial<Pick<ActivityFields, 'kind' | 'inbox'>>

/** The entries an action is about: the selected ones, or a single one with its title. */
export interface Lines {
  uids: string[]
  title: string
}

/** Changes and deletes entries of the journal, each call as one undoable action. */
export function useLineWrites(choice: LineChoice, selection: Selection) {
  const { client } = useApi()
  const writes = useListWrites<LinePatch>({ update: client.journal.updateMany, remove: client.journal.removeMany })
  return {
    update: (lines: Lines, change: ListChange<LinePatch>) => writes.update({ ...lines, change }),
    remove: (lines: Lines) =>
      writes.remove(lines, {
        onSuccess: () => {
          if (selection.item !== null && lines.uids.includes(selection.item)) selection.close()
          choice.forget(lines.uids)
        },
      }),
  }
}
export type LineWrites = ReturnType<typeof useLineWrites>
