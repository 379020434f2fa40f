import { useTranslation } from 'react-i18next'
import { ReadingField, type ReadingInput } from '#renderer/fields/reading-field.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { readDurationText } from '#shared/domain/reading/read-duration.ts'

const isNumber = (value: number | string): value is number => typeof value === 'number'

/** Minutes of a week, written in hours: a bare number is hours. */
export function FreedField(props: ReadingInput<number>) {
  const { t } = useTranslation(['load', 'errors', 'common'])
  const { language, minutes: inWords } = useFormat()
  const words = (value: number) => inWords(value) || '0'
  return (
    <ReadingField
      label={t('freed.label')}
      description={t('freed.hint')}
      {...props}
      isValue={isNumber}
      read={(text) => (text.trim() === '0' ? 0 : readDurationText(text, { language, bare: 'hours' }))}
      print={words}
      explain={(text, value) =>
        text.trim() === words(value) ? null : t('common:form.readAs', { value: words(value) })
      }
      unreadable={() => t('errors:field.duration.unreadable')}
    />
  )
}
