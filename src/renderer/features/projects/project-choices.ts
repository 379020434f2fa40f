import { useTranslation } from 'react-i18next'
import type { Choices } from '#renderer/fields/list-types.ts'
import type { ProjectFields } from '#shared/model/project.ts'
import { projectShape } from '#shared/model/project.ts'

/** What a project may be set to without its form. */
export function useProjectChoices(): Choices<Partial<ProjectFields>> {
  const { t } = useTranslation(['projects', 'vocabulary'])
  return {
    label: t('field.status'),
    values: projectShape.status.options.map((status) => ({
      label: t(`vocabulary:projectStatus.${status}`),
      patch: { status },
    })),
  }
}
