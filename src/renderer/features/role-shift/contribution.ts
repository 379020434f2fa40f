import { IconArrowsLeftRight } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/role-shift': lazyPart(async () => (await import('./role-shift-page.tsx')).RoleShiftPage),
  },
  navigation: [{ group: 'direction', path: '/role-shift', title: 'roles:title', icon: IconArrowsLeftRight, key: 'W' }],
})
