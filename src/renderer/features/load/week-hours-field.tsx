import { useTranslation } from 'react-i18next'
import { ReadingField, type ReadingInput } from '#renderer/fields/reading-field.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { readDurationText } from '#shared/domain/reading/read-duration.ts'

const isNumber = (value: number | string): value is number => typeof value === 'number'

/** Minutes of a week, entered in hours: a bare number means hours; other forms are read as in other time fields. */
export function WeekHoursField(props: ReadingInput<number>) {
  const { t } = useTranslation(['errors', 'common'])
  const { language, minutes: inWords } = useFormat()
  const words = (value: number) => inWords(value) || '0'
  return (
    <ReadingField
      {...props}
      isValue={isNumber}
      read={(text) => (text.trim() === '0' ? 0 : readDurationText(text, { language, bare: 'hours' }))}
      print={words}
      explain={(text, value) =>
        text.trim() === words(value) ? null : t('common:form.readAs', { value: words(value) })
      }
      unreadable={() => t('errors:field.weekTime.unreadable')}
    />
  )
}
