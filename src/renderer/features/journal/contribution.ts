import { IconClockPlay, IconInbox, IconNotebook, IconPencilPlus } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { CAPTURE_KEY, TIMER_KEY } from '#renderer/lib/capture.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/journal': lazyPart(async () => (await import('./journal-page.tsx')).JournalPage),
    '/inbox': lazyPart(async () => (await import('./inbox-page.tsx')).InboxPage),
  },
  navigation: [
    {
      group: 'log',
      path: '/journal',
      title: 'journal:title',
      icon: IconNotebook,
      key: 'J',
      aliases: ['/log', '/activities'],
    },
    { group: 'log', path: '/inbox', title: 'journal:inboxTitle', icon: IconInbox, key: 'I' },
  ],
  types: { activity: '/journal', attachment: '/journal' },
  commands: [
    {
      title: 'journal:command.capture',
      words: 'journal:commandWords.capture',
      icon: IconPencilPlus,
      keys: CAPTURE_KEY,
      run: ({ capture }) => capture(),
    },
    {
      title: 'journal:command.timer',
      words: 'journal:commandWords.timer',
      icon: IconClockPlay,
      keys: TIMER_KEY,
      run: ({ timer }) => timer(),
    },
  ],
})
