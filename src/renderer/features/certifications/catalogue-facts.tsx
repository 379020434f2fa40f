import { useTranslation } from 'react-i18next'
import { useAvailability } from '#renderer/lib/use-availability.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Facts } from '#renderer/ui/panel.tsx'
import type { CertificationEntry } from '#shared/contract/catalogue.ts'
import classes from './catalogue-facts.module.css'

/** Validity, prerequisites and renewal of a catalogue entry, with its source; unknown facts are shown as unknown. */
export function CatalogueFacts({ entry }: { entry: CertificationEntry }) {
  const { t } = useTranslation('catalogue')
  const format = useFormat()
  const { renewal, validity, lastVerified, source } = entry
  const availability = useAvailability()
  const months = (count: number) => t('certifications.months', { count })
  const validFor =
    validity === null
      ? t('certifications.unknown')
      : validity === 'never'
        ? t('certifications.never')
        : months(validity.months)
  return (
    <details className={classes.facts}>
      <summary>{t('more')}</summary>
      <Facts
        rows={[
          [t('certifications.validity'), validFor],
          [
            t('certifications.prerequisites'),
            entry.prerequisites === null ? t('certifications.unknown') : format.text(entry.prerequisites),
          ],
          [
            t('certifications.renewal'),
            renewal === null ? validity !== 'never' && t('certifications.unknown') : format.text(renewal.how),
          ],
          [t('certifications.creditsTitle'), renewal?.credits && <Credits renewal={renewal} />],
          [
            t('certifications.window'),
            renewal?.windowDays != null && t('certifications.windowDays', { count: renewal.windowDays }),
          ],
          [
            t('certifications.price'),
            renewal?.free != null && t(renewal.free ? 'certifications.free' : 'certifications.paid'),
          ],
          [t('availability.title'), entry.availability && availability(entry.availability)],
          [
            t('certifications.source'),
            source === null
              ? t('certifications.unverified')
              : lastVerified === null
                ? t('certifications.unverifiedSource', { source })
                : t('certifications.verified', { source, day: format.day(lastVerified) }),
          ],
        ]}
      />
    </details>
  )
}

function Credits({ renewal }: { renewal: NonNullable<CertificationEntry['renewal']> }) {
  const { t } = useTranslation('catalogue')
  const format = useFormat()
  const { credits, periodMonths } = renewal
  if (credits === null) return null
  const { amount, unit } = credits
  const bound = ({ name: title, minimum, maximum }: (typeof credits.categories)[number]) => {
    const name = format.text(title)
    if (minimum !== null && maximum !== null) return t('certifications.between', { name, minimum, maximum })
    if (minimum !== null) return t('certifications.atLeast', { name, amount: minimum })
    return maximum === null ? name : t('certifications.atMost', { name, amount: maximum })
  }
  return (
    <>
      {periodMonths === null
        ? t('certifications.creditsPeriod', { amount, unit })
        : t('certifications.credits', {
            amount,
            unit,
            months: t('certifications.months', { count: periodMonths }),
          })}
      {credits.categories.length > 0 && <div>{credits.categories.map(bound).join('; ')}</div>}
    </>
  )
}
