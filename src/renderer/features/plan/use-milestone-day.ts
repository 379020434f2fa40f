import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { Milestone } from '#shared/model/plan.ts'

interface DayChange {
  milestone: Milestone
  patch: Partial<Pick<Milestone, 'doneDay' | 'plannedDay'>>
}

/** Changes of a milestone that need no form: done or not, its days. Each can be taken back from its message. */
export function useMilestoneDay() {
  const { t } = useTranslation('plan')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  return useMutation({
    mutationFn: ({ milestone, patch }: DayChange) => client.milestones.update({ uid: milestone.uid, patch }),
    onSuccess: ({ batchId }, { milestone, patch }) => {
      const change = patch.doneDay === undefined ? 'moved' : patch.doneDay === null ? 'reopened' : 'done'
      undoable(t(`milestone.told.${change}`, { title: format.text(milestone.title) }), batchId)
    },
  })
}
