import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { copyText } from '#renderer/lib/copy-text.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ItemView } from '#shared/model/entities.ts'

/** Copies achievements as Markdown, in the language of the page; the code that writes it is read when it is needed. */
export function useCopyMarkdown(): (items: ItemView<'achievement'>[]) => void {
  const { t } = useTranslation('achievements')
  const { language } = useFormat()
  const copy = useMutation({
    mutationFn: async (items: ItemView<'achievement'>[]) => {
      const { achievementsMarkdown } = await import('#shared/documents/achievements/markdown.ts')
      return copyText(navigator.clipboard, achievementsMarkdown(items, language))
    },
    onSuccess: (isCopied, items) =>
      notifications.show({
        color: isCopied ? 'petrol' : 'red',
        message: isCopied ? t('copy.done', { count: items.length }) : t('copy.failed'),
      }),
  })
  return copy.mutate
}
