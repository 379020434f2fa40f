import { IconCompass } from '@tabler/icons-react'
import { defineContribution } from '#renderer/fields/contribution.ts'

export const contribution = defineContribution({
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
