import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { type ListChange, useListWrites } from '#renderer/lib/use-list-writes.ts'
import type { ActivityFields } from '#shared/model/activity.ts'
import type { LineChoice } from './use-line-choice.ts'

type LinePatch = Partial<Pick<ActivityFields, 'kind' | 'inbox'>>

/** The lines an action is about: chosen ones, or one alone, with its title. */
export interface Lines {
  uids: string[]
  title: string
}

/** Changes and deletes lines of the journal, each as one step that can be taken back. */
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
