import type { Client } from '#renderer/lib/api.ts'
import type { Milestone, Plan, RequirementView, StageView } from '#shared/contract/plan.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import type { Day, LocalText } from '#shared/model/common.ts'

export type PlanData = Awaited<ReturnType<Client['plan']['get']>>

/** What is open on the plan page according to the address. */
export type OpenPlanItem =
  | { kind: 'none' }
  | { kind: 'plan'; plan: Plan }
  | { kind: 'stage'; stage: StageView }
  | { kind: 'milestone'; stage: StageView; milestone: Milestone }
  | { kind: 'requirement'; stage: StageView; requirement: RequirementView }
  | { kind: 'newStage' }
  | { kind: 'newMilestone' | 'newRequirement'; stage: StageView }

/** Words in the address for a new item of a stage, followed by the stage's uid. */
const NEW = { newMilestone: 'new-milestone', newRequirement: 'new-requirement' } as const

/** The address of a form that adds something to a stage. */
export function newItemAddress(kind: keyof typeof NEW, stageUid: string): string {
  return `${NEW[kind]}.${stageUid}`
}

/** Finds the open item; an item that is gone (deleted, undone) leaves nothing open. */
export function findOpenItem(data: PlanData, item: string | null): OpenPlanItem {
  if (item === null) return { kind: 'none' }
  if (item === 'new') return { kind: 'newStage' }
  if (data.plan?.uid === item) return { kind: 'plan', plan: data.plan }
  for (const stage of data.stages) {
    if (stage.uid === item) return { kind: 'stage', stage }
    if (item === newItemAddress('newMilestone', stage.uid)) return { kind: 'newMilestone', stage }
    if (item === newItemAddress('newRequirement', stage.uid)) return { kind: 'newRequirement', stage }
    const milestone = stage.milestones.find(({ uid }) => uid === item)
    if (milestone) return { kind: 'milestone', stage, milestone }
    const requirement = stage.requirements.find(({ uid }) => uid === item)
    if (requirement) return { kind: 'requirement', stage, requirement }
  }
  return { kind: 'none' }
}

/** The shown stage: that of the open item, else the present one, else the last. */
export function shownStage(data: PlanData, open: OpenPlanItem): StageView | null {
  if ('stage' in open) return open.stage
  return data.stages.find(({ uid }) => uid === data.presentStageUid) ?? data.stages.at(-1) ?? null
}

/** Title of the item a requirement names; null for a count. */
export function subjectOf(requirement: RequirementView): LocalText | null {
  const uid = requirement.skillUid ?? requirement.metricUid ?? requirement.milestoneUid
  return requirement.refs.find((ref) => ref.uid === uid)?.title ?? null
}

/**
 * The day of a milestone that takes `days` days from today or from the start of the stage, whichever is later. It may
 * lie after the planned end of the stage, so that the milestone keeps its time.
 */
export function proposedDay({ plannedStart }: Pick<StageView, 'plannedStart'>, days: number, today: Day): Day {
  return addDays(today > plannedStart ? today : plannedStart, days)
}
