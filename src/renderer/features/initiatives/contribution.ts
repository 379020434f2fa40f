import { IconBulb } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: { '/initiatives': lazyPart(async () => (await import('./initiatives-page.tsx')).InitiativesPage) },
  navigation: [
    { group: 'impact', path: '/initiatives', title: 'initiatives:title', icon: IconBulb, key: 'T', aliases: ['/bets'] },
  ],
  types: { initiative: '/initiatives' },
  due: { retro: { words: 'initiatives:dueWords.retro' } },
  commands: [{ title: 'initiatives:new', icon: IconBulb, run: ({ go }) => go('/initiatives', { item: 'new' }) }],
})
