import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { CertificationState } from '#shared/domain/states/certification-state.ts'
import type { CertificationStatus } from '#shared/model/vocabulary.ts'
import { stateWords } from './state-words.ts'

/** The state of a certification in words. */
export function CertificationBadge({ state, status }: { state: CertificationState; status: CertificationStatus }) {
  const { t } = useTranslation('certifications')
  const { key, tone, count } = stateWords(state, status)
  return <StatusBadge tone={tone} label={t(`state.${key}`, { count })} />
}
