import { useTranslation } from 'react-i18next'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Milestone } from '#shared/contract/plan.ts'
import type { Day } from '#shared/model/common.ts'

type MilestoneState = 'done' | 'planned' | 'overdue'

/** Overdue = the planned day is over and the milestone is not done. */
export function milestoneState({ doneDay, plannedDay }: Pick<Milestone, 'doneDay' | 'plannedDay'>, today: Day) {
  if (doneDay !== null) return 'done' satisfies MilestoneState
  return plannedDay < today ? ('overdue' satisfies MilestoneState) : ('planned' satisfies MilestoneState)
}

/** One sentence that says everything the mark shows. */
export function useMilestoneWords(): (milestone: Milestone) => string {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const today = useToday()
  return (milestone) => {
    const title = format.text(milestone.title)
    const planned = format.day(milestone.plannedDay)
    const state = milestoneState(milestone, today)
    return t(`milestone.words.${state}`, {
      title,
      planned,
      done: milestone.doneDay === null ? '' : format.day(milestone.doneDay),
    })
  }
}
