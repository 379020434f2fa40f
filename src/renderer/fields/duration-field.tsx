import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { readDurationText } from '#shared/domain/reading/read-duration.ts'
import { printNumber } from '#shared/domain/reading/read-number.ts'
import { ReadingField, type ReadingInput } from './reading-field.tsx'

interface DurationFieldProps extends ReadingInput<number> {
  /** The unit of the value, and of a number without a unit. */
  unit: 'minutes' | 'hours'
}

const isNumber = (value: number | string): value is number => typeof value === 'number'

/** Hours from minutes, to two decimals: 20 minutes are 0.33. */
const toHours = (minutes: number) => Math.round((minutes / 60) * 100) / 100

/** A duration, or none: a bare number in the field's unit, or anything quick add reads (`1h 30m`, `1ч30`, `1:30`). */
export function DurationField({ unit, ...rest }: DurationFieldProps) {
  const { t } = useTranslation(['common', 'errors'])
  const { language, minutes: inWords } = useFormat()
  const read = (text: string) => {
    const minutes = readDurationText(text, { language, bare: unit })
    return minutes === null || unit === 'minutes' ? minutes : toHours(minutes)
  }
  const words = (value: number) =>
    unit === 'minutes' && Number.isInteger(value) && value > 0
      ? inWords(value)
      : t(`unit.${unit}`, { value: printNumber(value, language) })
  return (
    <ReadingField
      {...rest}
      isValue={isNumber}
      read={read}
      print={(value) => (unit === 'minutes' ? String(value) : printNumber(value, language))}
      explain={(text, value) =>
        /^[-−]?\d+([.,]\d)?$/.test(text.trim()) ? null : t('form.readAs', { value: words(value) })
      }
      unreadable={() => t('errors:field.duration.unreadable')}
    />
  )
}
