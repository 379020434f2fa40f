import { IconMap2 } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/plan': lazyPart(async () => (await import('./plan-page.tsx')).PlanPage),
  },
  navigation: [{ group: 'direction', path: '/plan', title: 'plan:title', icon: IconMap2 }],
  types: { plan: '/plan', template: '/plan', stage: '/plan', requirement: '/plan', milestone: '/plan' },
})
