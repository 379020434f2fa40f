import { IconCertificate } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

export const contribution = defineContribution({
  pages: {
    '/certifications': lazyPart(async () => (await import('./certifications-page.tsx')).CertificationsPage),
  },
  navigation: [
    {
      group: 'log',
      path: '/certifications',
      title: 'certifications:title',
      icon: IconCertificate,
      key: 'C',
      aliases: ['/certificates', '/exams'],
    },
  ],
  types: { certification: '/certifications' },
  commands: [
    { title: 'certifications:new', icon: IconCertificate, run: ({ go }) => go('/certifications', { item: 'new' }) },
  ],
  due: {
    certificationExpiry: { words: 'certifications:dueWords.certificationExpiry' },
    exam: { words: 'certifications:dueWords.exam' },
  },
})
