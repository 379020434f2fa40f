import { useTranslation } from 'react-i18next'
import type { ActionName } from '#shared/contract/history.ts'
import { useFormat } from './use-format.ts'

/** Quotes within quotes are of the other kind. */
const withInnerQuotes = (title: string): string =>
  title
    .replaceAll('«', '„')
    .replaceAll('»', '“')
    .replace(/“([^“”]*)”/g, '‘$1’')

/** Names actions of the history by what was done and to what: `Rating of “System design”`. */
export function useActionText(): { action: (name: ActionName) => string; quoted: (title: string) => string } {
  const { t, i18n } = useTranslation('history')
  const format = useFormat()
  const quoted = (title: string) => (title === '' ? t('untitled') : t('quoted', { title: withInnerQuotes(title) }))
  const action = ({ label, items: [item], count }: ActionName) => {
    const first = quoted(item === undefined ? '' : format.title(item))
    const title = count > 1 ? t('andMore', { title: first, count: count - 1 }) : first
    const verb = label.split('.')[1] ?? ''
    return i18n.exists(`history:action.${verb}`)
      ? t(`action.${verb as 'change'}`, { title })
      : t('action.change', { title })
  }
  return { action, quoted }
}
