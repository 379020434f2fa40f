import { Button, Group, Stack, Text } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import { useUndoScope } from '#renderer/lib/undo-scope.ts'
import { useFieldMessage } from '#renderer/lib/use-item-form.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { isCalendarDay } from '#shared/model/common.ts'
import { useStartReview } from './use-start-review.ts'

type Days = { periodStart: string | null; periodEnd: string | null }

/** Which day is invalid, as message keys of the `errors` texts. */
function problemsOf({ periodStart, periodEnd }: Days): Partial<Record<keyof Days, string>> {
  const isDay = (day: string | null) => day !== null && isCalendarDay(day)
  const problem = (day: string | null) => (day === null ? 'field.required' : 'day.invalid')
  return {
    ...(!isDay(periodStart) && { periodStart: problem(periodStart) }),
    ...(!isDay(periodEnd) && { periodEnd: problem(periodEnd) }),
    ...(isDay(periodStart) &&
      isDay(periodEnd) &&
      (periodEnd ?? '') < (periodStart ?? '') && { periodEnd: 'day.endBeforeStart' }),
  }
}

/** Asks for the first and last day of a custom period. */
export function NewReviewPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['reviews', 'common'])
  const message = useFieldMessage()
  const [days, setDays] = useState<Days>({ periodStart: null, periodEnd: null })
  const [asked, setAsked] = useState(false)
  const start = useStartReview(selection.open)
  // The fields of this form are not saved, so undo must not revert saved data from here.
  useUndoScope(() => false)
  const problems = asked ? problemsOf(days) : {}
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    const { periodStart, periodEnd } = days
    if (periodStart === null || periodEnd === null || Object.keys(problemsOf(days)).length > 0) return
    start.mutate({ periodStart, periodEnd })
  }
  const field = (name: keyof Days) => ({
    required: true,
    value: days[name],
    onChange: (day: string | null) => setDays((before) => ({ ...before, [name]: day })),
    error: problems[name] && message(problems[name]),
  })
  return (
    <Panel title={t('create.title')} closeLabel={t('common:action.close')} onClose={selection.close}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('create.text')}
          </Text>
          <FieldsRow>
            <DayField label={t('create.start')} {...field('periodStart')} />
            <DayField label={t('create.end')} {...field('periodEnd')} />
          </FieldsRow>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={selection.close}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={start.isPending}>
              {t('create.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}
