import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/saved-views': lazyPart(async () => (await import('./saved-view-page.tsx')).SavedViewPage),
  },
  types: { savedView: '/saved-views' },
})
