import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFieldMessage } from '#renderer/lib/use-item-form.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { WeekMinutes } from '#shared/model/load.ts'

const HOUR_UNITS = ['ч', 'час', 'часа', 'часов', 'h', 'hour', 'hours']

/** Hours a week that the person means to give; nothing is held against anybody who leaves it empty. */
export function PaceSection() {
  const { t } = useTranslation('load')
  const { client } = useApi()
  const message = useFieldMessage()
  const { weekMinutes } = useWorkspace().settings
  const [hours, setHours] = useState<number | string | null>(weekMinutes === null ? null : weekMinutes / 60)
  const save = useMutation({
    mutationFn: (minutes: number | null) => client.workspace.saveSettings({ weekMinutes: minutes }),
  })
  const minutes = typeof hours === 'number' ? Math.round(hours * 60) : null
  const isValid = hours === null || (minutes !== null && WeekMinutes.safeParse(minutes).success)
  return (
    <section>
      <SectionTitle title={t('pace.title')} />
      <NumberField
        label={t('pace.field')}
        w={260}
        min={0}
        max={168}
        units={HOUR_UNITS}
        value={hours}
        onChange={setHours}
        error={isValid ? undefined : message('weekTime.invalid')}
        onBlur={() => isValid && minutes !== weekMinutes && save.mutate(minutes)}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {t('pace.hint')}
      </Text>
    </section>
  )
}
