import { useTranslation } from 'react-i18next'
import type { Choices } from '#renderer/fields/list-types.ts'
import type { CertificationFields } from '#shared/model/certification.ts'
import { CertificationStatus } from '#shared/model/vocabulary.ts'

/** One that is earned has a day of issue of its own: that is said in its form. */
const SETTABLE = CertificationStatus.exclude(['earned']).options

/** What a certification may be set to without its form. */
export function useCertificationChoices(): Choices<Partial<CertificationFields>> {
  const { t } = useTranslation(['certifications', 'vocabulary'])
  return {
    label: t('field.status'),
    values: SETTABLE.map((status) => ({ label: t(`vocabulary:certificationStatus.${status}`), patch: { status } })),
  }
}
