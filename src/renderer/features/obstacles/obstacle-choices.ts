import { useTranslation } from 'react-i18next'
import type { Choices } from '#renderer/fields/list-types.ts'
import type { ObstacleFields } from '#shared/model/obstacle.ts'
import { ObstacleStatus } from '#shared/model/vocabulary.ts'

/** What an obstacle may be set to without its form. */
export function useObstacleChoices(): Choices<Partial<ObstacleFields>> {
  const { t } = useTranslation(['obstacles', 'vocabulary'])
  return {
    label: t('field.status'),
    values: ObstacleStatus.options.map((status) => ({
      label: t(`vocabulary:obstacleStatus.${status}`),
      patch: { status },
    })),
  }
}
