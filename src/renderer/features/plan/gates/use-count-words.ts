import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { RequirementView } from '#shared/contract/plan.ts'

/** Says which of the found items a requirement counts, and why not all; null if there is nothing to say. */
export function useCountWords() {
  const { t } = useTranslation('plan')
  const format = useFormat()
  return {
    outsideWords: ({ outside, minOutside }: RequirementView) =>
      outside === null || minOutside === null ? null : t('requirement.outsideOf', { outside, wanted: minOutside }),
    fromWords: ({ since, countsFrom, waitsForStage }: RequirementView) => {
      if (waitsForStage) return t('requirement.waits')
      if (since === 'always' || countsFrom === null) return null
      return t(`requirement.from.${since}`, { day: format.day(countsFrom) })
    },
    keptWords: ({ current, counted, outside, minOutside }: RequirementView) =>
      counted === null || current === null || counted <= current
        ? null
        : t('requirement.outsideKept', { counted, count: (minOutside ?? 0) - (outside ?? 0) }),
  }
}
