import { IconFileImport, IconPackageExport, IconTableExport } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { ARCHIVE_EXPORT_PATH } from '#shared/contract/exchange-paths.ts'

export const contribution = defineContribution({
  settings: {
    export: lazyPart(async () => (await import('./export-section.tsx')).ExportSection),
    import: lazyPart(async () => (await import('./import-section.tsx')).ImportSection),
  },
  commands: [
    {
      title: 'exchange:command.archive',
      words: 'exchange:commandWords.archive',
      icon: IconPackageExport,
      run: ({ download }) => download(ARCHIVE_EXPORT_PATH),
    },
    {
      title: 'exchange:command.table',
      words: 'exchange:commandWords.table',
      icon: IconTableExport,
      run: ({ go }) => go('/settings', { section: 'export' }),
    },
    {
      title: 'exchange:command.import',
      words: 'exchange:commandWords.import',
      icon: IconFileImport,
      run: ({ go }) => go('/settings', { section: 'import' }),
    },
  ],
})
