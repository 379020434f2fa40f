import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { MetricPoint } from '#shared/contract/metrics.ts'
import { PointFields } from './point-fields.ts'

interface PointFormProps {
  point: MetricPoint
  unit: string
  /** Called after saving and after cancelling. */
  onEnd: () => void
}

/** Form to correct a value in its place. */
export function PointForm({ point, unit, onEnd }: PointFormProps) {
  const { t } = useTranslation(['metrics', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: PointFields,
    initial: { day: point.day, value: point.value as number | null, note: point.note },
    draftKey: point.uid,
    save: (_fields, { patch: { value, ...patch }, base: { value: before, ...base } }) =>
      client.metricPoints.update({
        uid: point.uid,
        patch: { ...patch, ...(value != null && { value }) },
        base: { ...base, ...(before != null && { value: before }) },
      }),
    onSaved: ({ batchId }, { value }) => {
      undoable(t('common:done.updated', { title: format.quantity(value ?? 0, unit) }), batchId)
      onEnd()
    },
    onCancel: onEnd,
  })
  return (
    <FormFrame {...frame} onEscape={onEnd}>
      <FieldsRow>
        <NumberField
          label={t('values.value')}
          required
          data-autofocus
          units={[unit]}
          {...form.getInputProps('value')}
        />
        <DayField label={t('values.day')} required {...form.getInputProps('day')} />
      </FieldsRow>
      <TextInput label={t('values.note')} {...form.getInputProps('note')} />
    </FormFrame>
  )
}
