import type { PageTitle } from '#renderer/fields/contribution.ts'
import { useAnyText } from '#renderer/lib/use-any-text.ts'

/** The title of a page in the present language. */
export function usePageTitle(): (title: PageTitle) => string {
  const t = useAnyText()
  return (title) => t(title)
}
