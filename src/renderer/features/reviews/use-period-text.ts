import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'

/** Two days as a period: `1 January 2026 – 31 December 2026`. */
export function usePeriodText(): (start: string, end: string) => string {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return useCallback(
    (start, end) => t('document.period', { start: format.day(start), end: format.day(end) }),
    [format, t],
  )
}
