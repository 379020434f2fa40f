import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { CALIBRATION_LEAST, calibration } from '#shared/domain/states/impact-retro.ts'
import type { ItemView } from '#shared/model/entities.ts'

interface CalibrationLineProps {
  items: ItemView<'initiative'>[]
  /** Nothing is filtered out. */
  isWhole: boolean
  /** Shows the same by year; undefined where it is shown already. */
  onYears?: () => void
}

/** The calibration in one sentence: how far expectations came true. */
export function CalibrationLine({ items, isWhole, onYears }: CalibrationLineProps) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const { compared, reached, median } = calibration(items)
  const words = () => {
    if (compared === 0) return t(isWhole ? 'calibration.none' : 'calibration.noneShown')
    if (median === null) return t('calibration.few', { count: compared, least: CALIBRATION_LEAST })
    return t('calibration.told', { reached, compared, median: format.percent(median) })
  }
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {words()}{' '}
      {onYears && (
        <Anchor component="button" type="button" inherit underline="always" className="no-print" onClick={onYears}>
          {t('calibration.byYear')}
        </Anchor>
      )}
    </Text>
  )
}
