import { useTranslation } from 'react-i18next'
import type { PageTitle } from '#renderer/fields/contribution.ts'
import type { resources } from '#shared/locales/resources.ts'

/** What a page is called, in the language of the moment. */
export function usePageTitle(): (title: PageTitle) => string {
  const { t } = useTranslation<(keyof (typeof resources)['en'])[]>()
  return (title) => t(title)
}
