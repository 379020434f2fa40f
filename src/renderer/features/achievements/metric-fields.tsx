import { Autocomplete, Input, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NumberField, PERCENT } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import { changeWords, useChangeSentence } from './change-words.ts'
import type { AchievementFormState } from './use-achievement-form.ts'

/** Fields for the metric, its change, and the person's share, computed while one types. */
export function MetricFields({ form }: { form: AchievementFormState }) {
  const { t } = useTranslation('achievements')
  const { query } = useApi()
  const format = useFormat()
  const metrics = useQuery(query.metrics.list.queryOptions({ input: {} }))
  const known = (metrics.data ?? []).map(({ title, unit }) => ({ title: format.text(title), unit: format.text(unit) }))
  const units = [form.values.metricUnit, ...PERCENT]
  const chooseKnown = (title: string) => {
    const unit = known.find((metric) => metric.title === title)?.unit
    if (unit !== undefined && form.values.metricUnit === '') form.setFieldValue('metricUnit', unit)
  }
  return (
    <Input.Wrapper label={t('field.metric')} labelElement="div">
      <Stack gap="xs" mt={4}>
        <FieldsRow>
          <Autocomplete
            label={t('field.metricName')}
            placeholder={t('field.metricNameHint')}
            data={[...new Set(known.map(({ title }) => title))]}
            onOptionSubmit={chooseKnown}
            {...form.getInputProps('metricName')}
          />
          <TextInput label={t('field.metricUnit')} {...form.getInputProps('metricUnit')} />
        </FieldsRow>
        <FieldsRow figures>
          <NumberField label={t('field.metricBaseline')} units={units} {...form.getInputProps('metricBaseline')} />
          <NumberField label={t('field.metricResult')} units={units} {...form.getInputProps('metricResult')} />
          <NumberField
            label={t('field.myShare')}
            units={PERCENT}
            min={0}
            max={100}
            {...form.getInputProps('myShare')}
          />
        </FieldsRow>
        <ChangeLine form={form} />
      </Stack>
    </Input.Wrapper>
  )
}

function ChangeLine({ form }: { form: AchievementFormState }) {
  const { t } = useTranslation('achievements')
  const format = useFormat()
  const sentence = useChangeSentence()
  const words = changeWords(form.values, format)
  return (
    <Text size="sm" c={words === null ? 'dimmed' : ''} aria-live="polite" component="output">
      {words === null ? t('change.none') : sentence(words)}
      {words !== null && words.relative === null && ` ${t('change.fromZero')}`}
    </Text>
  )
}
