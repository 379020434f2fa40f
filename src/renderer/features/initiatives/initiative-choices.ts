import { useTranslation } from 'react-i18next'
import type { Choices } from '#renderer/fields/list-types.ts'
import type { InitiativeFields } from '#shared/model/initiative.ts'
import { initiativeShape } from '#shared/model/initiative.ts'

/** What an initiative may be set to without its form. */
export function useInitiativeChoices(): Choices<Partial<InitiativeFields>> {
  const { t } = useTranslation(['initiatives'])
  return {
    label: t('field.status'),
    values: initiativeShape.status.options.map((status) => ({ label: t(`status.${status}`), patch: { status } })),
  }
}
