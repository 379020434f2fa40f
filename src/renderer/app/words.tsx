import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type UiWords, UiWordsContext } from '#renderer/ui/words.ts'

/** Gives the interface elements their texts in the present language. */
export function Words({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common')
  const words = useMemo<UiWords>(
    () => ({
      broken: { title: t('error.broken'), text: t('error.brokenSafe'), retry: t('action.retry') },
      plainMarkdown: t('form.plainMarkdown'),
    }),
    [t],
  )
  return <UiWordsContext value={words}>{children}</UiWordsContext>
}
