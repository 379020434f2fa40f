import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  settings: {
    export: lazyPart(async () => (await import('./export-section.tsx')).ExportSection),
    import: lazyPart(async () => (await import('./import-section.tsx')).ImportSection),
  },
})
