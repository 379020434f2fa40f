import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { CertificationTerm } from '#shared/model/certification.ts'

/** A term as its days: "12 November 2022 – 12 November 2024"; an unknown day is left out. */
export function useTermText(): (term: Pick<CertificationTerm, 'issueDay' | 'expiryDay'>) => string {
  const { t } = useTranslation(['certifications', 'common'])
  const format = useFormat()
  return ({ issueDay, expiryDay }) => {
    if (issueDay === null) return expiryDay === null ? t('term.noDays') : t('dayUntil', { day: format.day(expiryDay) })
    if (expiryDay === null) return t('term.since', { day: format.day(issueDay) })
    return t('common:range', { start: format.day(issueDay), end: format.day(expiryDay) })
  }
}
