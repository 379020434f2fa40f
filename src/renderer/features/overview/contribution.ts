import { IconCompass } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { OverviewPage } from './overview-page.tsx'

export const contribution = defineContribution({
  /** The first page comes with the app. */
  pages: { '/': lazyPart(async () => OverviewPage) },
  navigation: [
    {
      group: 'direction',
      path: '/',
      title: 'overview:title',
      icon: IconCompass,
      key: 'O',
      aliases: ['/overview', '/home', '/dashboard', '/today'],
    },
  ],
})
