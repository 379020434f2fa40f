import { useTranslation } from 'react-i18next'
import type { ActionName } from '#shared/contract/history.ts'
import { useFormat } from './use-format.ts'

/** Replaces quotes in a title by the inner kind, because the title will be quoted. */
const withInnerQuotes = (title: string): string =>
  title
    .replaceAll('«', '„')
    .replaceAll('»', '“')
    .replace(/“([^“”]*)”/g, '‘$1’')

/** Names actions of the history by verb and item: `Rating of “System design”`. */
export function useActionText(): { action: (name: ActionName) => string; quoted: (title: string) => string } {
  const { t, i18n } = useTranslation('history')
  const format = useFormat()
  const quoted = (title: string) => (title === '' ? t('untitled') : t('quoted', { title: withInnerQuotes(title) }))
  const action = ({ label, items: [item], count }: ActionName) => {
    const first = quoted(item === undefined ? '' : format.title(item))
    const verb = label.split('.')[1] ?? ''
    // Pasted values have the title of their metric, so only their number is told.
    if (verb === 'paste') return t('action.paste', { title: first, count })
    const title = count > 1 ? t('andMore', { title: first, count: count - 1 }) : first
    return i18n.exists(`history:action.${verb}`)
      ? t(`action.${verb as 'change'}`, { title })
      : t('action.change', { title })
  }
  return { action, quoted }
}
