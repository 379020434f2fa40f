import { IconAdjustments, IconChecklist, IconFlag, IconMap2, IconStairsUp } from '@tabler/icons-react'
import { type CommandPowers, defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { newItemAddress } from './plan-items.ts'

/** Opens the form of a new item in the present stage, or the plan if there is none. */
async function addToStage({ client, go }: CommandPowers, kind: Parameters<typeof newItemAddress>[0]): Promise<void> {
  const { presentStageUid } = await client.plan.get({})
  go('/plan', presentStageUid === null ? {} : { item: newItemAddress(kind, presentStageUid) })
}

async function editPlan({ client, go }: CommandPowers): Promise<void> {
  const { plan } = await client.plan.get({})
  go('/plan', plan === null ? {} : { item: plan.uid })
}

export const contribution = defineContribution({
  pages: {
    '/plan': lazyPart(async () => (await import('./plan-page.tsx')).PlanPage),
  },
  navigation: [
    {
      group: 'direction',
      path: '/plan',
      title: 'plan:title',
      icon: IconMap2,
      key: 'P',
      aliases: ['/stages', '/gates', '/milestones', '/forecast', '/roadmap'],
    },
  ],
  types: { plan: '/plan', template: '/plan', stage: '/plan', requirement: '/plan', milestone: '/plan' },
  cases: {
    milestone: lazyPart(async () => (await import('./stages/milestone-part-form.tsx')).MilestonePartForm),
  },
  commands: [
    { title: 'plan:edit', icon: IconAdjustments, run: editPlan },
    { title: 'plan:stage.new', icon: IconStairsUp, run: ({ go }) => go('/plan', { item: 'new' }) },
    { title: 'plan:milestone.new', icon: IconFlag, run: (powers) => addToStage(powers, 'newMilestone') },
    { title: 'plan:requirement.new', icon: IconChecklist, run: (powers) => addToStage(powers, 'newRequirement') },
  ],
  due: { milestone: { words: 'plan:dueWords.milestone' } },
})
