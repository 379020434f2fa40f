import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ActivityKind } from '#shared/model/vocabulary.ts'

/** The kinds a line can be given from outside of its form; one that waits in the inbox is sorted by it, as there. */
export function useKindChoices() {
  const { t } = useTranslation(['journal', 'vocabulary'])
  return useMemo(
    () => ({
      label: t('field.kind'),
      values: ActivityKind.options.map((kind) => ({
        label: t(`vocabulary:activityKind.${kind}`),
        patch: { kind, inbox: false },
      })),
    }),
    [t],
  )
}
