import { useTranslation } from 'react-i18next'
import type { Choices } from '#renderer/fields/list-types.ts'
import type { CertificationFields } from '#shared/model/certification.ts'
import { CertificationStatus } from '#shared/model/vocabulary.ts'

/** Without `earned`: that status needs a day of issue, which is entered in the form. */
const SETTABLE = CertificationStatus.exclude(['earned']).options

/** What a certification may be set to without its form. */
export function useCertificationChoices(): Choices<Partial<CertificationFields>> {
  const { t } = useTranslation(['certifications', 'vocabulary'])
  return {
    label: t('field.status'),
    values: SETTABLE.map((status) => ({ label: t(`vocabulary:certificationStatus.${status}`), patch: { status } })),
  }
}
