import { useTranslation } from 'react-i18next'
import type { CertificationEntry } from '#shared/contract/catalogue.ts'
import { useFormat } from './use-format.ts'

type Availability = NonNullable<CertificationEntry['availability']>

/** Says whether a vendor sells in Russia, since when, and the source. */
export function useAvailability(): (availability: Availability) => string {
  const { t } = useTranslation('catalogue')
  const format = useFormat()
  return ({ sold, since, note, source, lastVerified }) => {
    const answer =
      sold === 'no' && since !== null
        ? t('availability.noSince', { year: since.slice(0, 4) })
        : t(`availability.${sold}`)
    const words = { answer, note: format.text(note), source }
    return lastVerified === null
      ? t('availability.undated', words)
      : t('availability.dated', { ...words, day: format.day(lastVerified) })
  }
}
