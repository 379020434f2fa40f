import { useTranslation } from 'react-i18next'
import type { Level } from '#shared/model/common.ts'

const KEYS = ['l0', 'l1', 'l2', 'l3', 'l4', 'l5'] as const

/** The word of a level, because a number alone does not explain it. */
export function useLevelWord(): (level: Level) => string {
  const { t } = useTranslation('vocabulary')
  return (level) => t(`level.${KEYS[level] ?? 'l0'}`)
}
