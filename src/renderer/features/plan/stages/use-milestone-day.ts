import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { Milestone } from '#shared/contract/plan.ts'
import type { Day } from '#shared/model/common.ts'

interface DayChange {
  milestone: Milestone
  patch: Partial<Pick<Milestone, 'doneDay' | 'plannedDay'>>
}

/**
 * Changes of a milestone that need no form: done or not, its days. Each can be undone from its message. A change is
 * pending until the plan shows it, so that `shownDoneDay` never flickers.
 */
export function useMilestoneDay() {
  const { t } = useTranslation('plan')
  const { client, query } = useApi()
  const queryClient = useQueryClient()
  const format = useFormat()
  const undoable = useUndoable()
  return useMutation({
    mutationFn: ({ milestone, patch }: DayChange) => client.milestones.update({ uid: milestone.uid, patch }),
    onSuccess: async ({ batchId }, { milestone, patch }) => {
      await queryClient.invalidateQueries({ queryKey: query.plan.get.key() })
      const change = patch.doneDay === undefined ? 'moved' : patch.doneDay === null ? 'reopened' : 'done'
      undoable(t(`milestone.told.${change}`, { title: format.text(milestone.title) }), batchId)
    },
  })
}

/** The day a milestone was done, including a change that is still being saved. */
export function shownDoneDay({ doneDay }: Milestone, change: ReturnType<typeof useMilestoneDay>): Day | null {
  const wanted = change.isPending ? change.variables.patch.doneDay : undefined
  return wanted === undefined ? doneDay : wanted
}
