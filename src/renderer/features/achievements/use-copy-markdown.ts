import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { copyAndTell } from '#renderer/lib/copy-and-tell.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ItemView } from '#shared/model/entities.ts'

/** Copies achievements as Markdown, in the language of the page; the code that writes it is read when it is needed. */
export function useCopyMarkdown(): (items: ItemView<'achievement'>[]) => void {
  const { t } = useTranslation('achievements')
  const { language } = useFormat()
  const copy = useMutation({
    mutationFn: async (items: ItemView<'achievement'>[]) => {
      const { achievementsMarkdown } = await import('#shared/documents/achievements/markdown.ts')
      await copyAndTell(achievementsMarkdown(items, language), {
        done: t('copy.done', { count: items.length }),
        failed: t('copy.failed'),
      })
    },
  })
  return copy.mutate
}
