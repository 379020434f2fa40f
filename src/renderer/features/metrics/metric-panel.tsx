import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { ItemActions } from '#renderer/fields/item-actions.tsx'
import { LocalTextarea, LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { Facts, Panel } from '#renderer/ui/panel.tsx'
import { MetricFields, metricShape } from '#shared/model/metric.ts'
import { Direction } from '#shared/model/vocabulary.ts'
import type { MetricLine } from './metric-line.ts'
import { MetricValues } from './metric-values.tsx'

interface MetricPanelProps {
  metric: MetricLine
  selection: Selection
}

/** A metric that a gate names: what it means, its values. */
export function MetricPanel({ metric, selection }: MetricPanelProps) {
  const { t } = useTranslation(['plan', 'vocabulary', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const remove = useRemove((uid) => client.metrics.remove({ uid }), selection.close)
  const title = format.text(metric.title)
  const frame = { closeLabel: t('common:action.close'), onClose: selection.close }
  if (selection.editing)
    return (
      <Panel key="form" title={title} {...frame}>
        <MetricForm metric={metric} selection={selection} />
      </Panel>
    )
  return (
    <Panel
      key="details"
      title={title}
      overline={t('vocabulary:itemType.metric')}
      actions={
        <ItemActions
          item={{ uid: metric.uid, title }}
          onEdit={() => selection.edit(metric.uid)}
          onRemove={() => remove.mutate({ uid: metric.uid, title })}
        />
      }
      {...frame}
    >
      <Facts
        rows={[
          [t('metric.meaning'), format.text(metric.meaning)],
          [t('metric.unit'), format.text(metric.unit)],
          [t('metric.direction'), t(`vocabulary:direction.${metric.direction}`)],
        ]}
      />
      <MetricValues metricUid={metric.uid} />
    </Panel>
  )
}

function MetricForm({ metric, selection }: MetricPanelProps) {
  const { t } = useTranslation(['plan', 'vocabulary', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: MetricFields,
    initial: pickFields(metricShape, metric),
    draftKey: metric.uid,
    save: (_fields, change) => client.metrics.update({ ...change, uid: metric.uid }),
    onSaved: (saved, { title }) => {
      undoable(t('common:done.updated', { title: format.text(title) }), saved.batchId)
      selection.open(saved.uid)
    },
    onCancel: () => selection.open(metric.uid),
  })
  return (
    <FormFrame {...frame}>
      <LocalTextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <LocalTextarea label={t('metric.meaning')} {...form.getInputProps('meaning')} />
      <LocalTextInput label={t('metric.unit')} {...form.getInputProps('unit')} />
      <ChoiceField
        label={t('metric.direction')}
        options={Direction.options}
        labelOf={(value) => t(`vocabulary:direction.${value}`)}
        {...form.getInputProps('direction')}
      />
    </FormFrame>
  )
}
