import type { PageTitle } from '#renderer/fields/contribution.ts'
import { useAnyText } from '#renderer/lib/use-any-text.ts'

/** What a page is called, in the language of the moment. */
export function usePageTitle(): (title: PageTitle) => string {
  const t = useAnyText()
  return (title) => t(title)
}
