import { IconCalendarCheck } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  navigation: [
    {
      group: 'direction',
      path: '/week',
      title: 'steps:title',
      icon: IconCalendarCheck,
      key: 'K',
      aliases: ['/steps', '/next', '/check-in'],
    },
  ],
  types: { step: '/week' },
  commands: [
    {
      title: 'steps:new',
      words: 'steps:commandWords.new',
      icon: IconCalendarCheck,
      run: ({ go }) => go('/week', { item: 'new' }),
    },
  ],
  overview: { steps: lazyPart(async () => (await import('./week-steps-card.tsx')).WeekStepsCard) },
})
