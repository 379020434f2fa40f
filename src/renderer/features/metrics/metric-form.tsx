import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LocalTextarea, LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MetricFields, metricModel, metricShape } from '#shared/model/metric.ts'
import { Direction } from '#shared/model/vocabulary.ts'
import type { MetricLine } from './metric-line.ts'

/** The key comes from the template and cannot be typed. */
const FormFields = MetricFields.omit({ key: true })
const { key: _key, ...formShape } = metricShape
const { key: _emptyKey, ...emptyFields } = metricModel.empty

/** Adds a metric (`metric` null) or changes one. */
export function MetricForm({ metric, selection }: { metric: MetricLine | null; selection: Selection }) {
  const { t } = useTranslation(['metrics', 'vocabulary'])
  const { client } = useApi()
  const format = useFormat()
  const { form, frame } = useEntityForm({
    uid: metric?.uid ?? null,
    newKey: 'new-metric',
    schema: FormFields,
    initial: metric === null ? emptyFields : pickFields(formShape, metric),
    create: client.metrics.create,
    update: client.metrics.update,
    titleOf: ({ title }) => format.text(title),
    selection,
  })
  return (
    <FormFrame {...frame}>
      <LocalTextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <LocalTextInput label={t('field.unit')} description={t('field.unitHint')} {...form.getInputProps('unit')} />
      <ChoiceField
        label={t('field.direction')}
        options={Direction.options}
        labelOf={(value) => t(`vocabulary:direction.${value}`)}
        {...form.getInputProps('direction')}
      />
      <LocalTextarea label={t('field.meaning')} {...form.getInputProps('meaning')} />
    </FormFrame>
  )
}
