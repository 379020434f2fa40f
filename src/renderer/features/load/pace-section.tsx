import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFieldMessage } from '#renderer/lib/use-item-form.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { WeekMinutes } from '#shared/model/load.ts'
import { WeekHoursField } from './week-hours-field.tsx'

/** What was typed, until the setting has the same value; null = nothing. */
type Typed = { value: number | string | null; isSaved: boolean } | null

const Pace = WeekMinutes.nullable()

/** Hours a week that the person intends to spend; leaving it empty has no consequences. */
export function PaceSection() {
  const { t } = useTranslation('load')
  const { client } = useApi()
  const message = useFieldMessage()
  const { weekMinutes } = useWorkspace().settings
  // Kept apart from the setting, which may change elsewhere: only what was typed is saved.
  const [typed, setTyped] = useState<Typed>(null)
  const save = useMutation({
    mutationFn: ({ minutes }: { minutes: number | null; from: Typed }) =>
      client.workspace.saveSettings({ weekMinutes: minutes }),
    onSuccess: (_saved, { from }) =>
      setTyped((now) => (now !== null && now === from ? { ...now, isSaved: true } : now)),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the setting that changes
  useEffect(() => setTyped((now) => (now?.isSaved ? null : now)), [weekMinutes])
  const pace = typed === null ? null : Pace.safeParse(typed.value)
  const keep = () => {
    if (pace?.success && !typed?.isSaved) save.mutate({ minutes: pace.data, from: typed })
  }
  const leave = useRef(keep)
  useEffect(() => {
    leave.current = keep
  })
  // Leaving the page by a key does not blur the field.
  useEffect(() => () => leave.current(), [])
  return (
    <section>
      <SectionTitle title={t('pace.title')} />
      <WeekHoursField
        label={t('pace.field')}
        w={260}
        value={typed === null ? weekMinutes : typed.value}
        onChange={(value) => setTyped({ value, isSaved: false })}
        error={pace?.success === false ? message('weekTime.invalid') : undefined}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
        }}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {t('pace.hint')}
      </Text>
    </section>
  )
}
