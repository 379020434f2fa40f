import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ActivityKind } from '#shared/model/vocabulary.ts'

/** All kinds with their names. */
export function useKindOptions(): { value: ActivityKind; label: string }[] {
  const { t } = useTranslation('vocabulary')
  return useMemo(() => ActivityKind.options.map((value) => ({ value, label: t(`activityKind.${value}`) })), [t])
}

/** The kinds that an entry can be given outside its form. Giving a kind to an entry in the inbox also sorts it. */
export function useKindChoices() {
  const { t } = useTranslation('journal')
  const options = useKindOptions()
  return useMemo(
    () => ({
      label: t('field.kind'),
      values: options.map(({ value, label }) => ({ label, patch: { kind: value, inbox: false } })),
    }),
    [options, t],
  )
}
