import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { MoneyField } from '#renderer/fields/money-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { emptyLearning, type Learning, LearningFields, learningShape } from '#shared/model/learning.ts'

/** Adds a learning item (`item` null) or changes one. */
export function LearningForm({ item, selection }: { item: Learning | null; selection: Selection }) {
  const { t } = useTranslation(['learning', 'vocabulary', 'common'])
  const { client } = useApi()
  const { settings } = useWorkspace()
  const undoable = useUndoable()
  const { form, submit, saving, restored, forget } = useItemForm({
    schema: LearningFields,
    initial: item === null ? emptyLearning : pickFields(learningShape, item),
    draftKey: item?.uid ?? 'new-learning',
    save: (fields) =>
      item === null ? client.learning.create({ fields }) : client.learning.update({ uid: item.uid, patch: fields }),
    onSaved: (saved, { title }) => {
      undoable(t(item === null ? 'common:done.created' : 'common:done.updated', { title }), saved.batchId)
      selection.open(saved.uid)
    },
  })
  const cancel = () => {
    forget()
    if (item === null) selection.close()
    else selection.open(item.uid)
  }
  return (
    <FormFrame onSubmit={submit} saving={saving} restored={restored} onDiscardDraft={cancel} onCancel={cancel}>
      <TextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <Group grow>
        <Select
          label={t('field.kind')}
          allowDeselect={false}
          data={learningShape.kind.options.map((value) => ({ value, label: t(`vocabulary:learningKind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('field.status')}
          allowDeselect={false}
          data={learningShape.status.options.map((value) => ({
            value,
            label: t(`vocabulary:learningStatus.${value}`),
          }))}
          {...form.getInputProps('status')}
        />
      </Group>
      <TextInput label={t('field.provider')} {...form.getInputProps('provider')} />
      <TextInput label={t('field.url')} type="url" {...form.getInputProps('url')} />
      <Group grow align="flex-start">
        <DayField label={t('field.startDay')} {...form.getInputProps('startDay')} />
        <DayField label={t('field.endDay')} {...form.getInputProps('endDay')} />
      </Group>
      <Group grow align="flex-start">
        <NumberInput
          label={t('field.progress')}
          min={0}
          max={100}
          clampBehavior="none"
          {...form.getInputProps('progress')}
        />
        <NumberInput
          label={t('field.plannedHours')}
          min={0}
          clampBehavior="none"
          {...form.getInputProps('plannedHours')}
          value={form.values.plannedHours ?? ''}
          onChange={(value) => form.setFieldValue('plannedHours', value === '' ? null : Number(value))}
        />
      </Group>
      <MoneyField label={t('field.cost')} currency={settings.currency} {...form.getInputProps('cost')} />
      <LinksField
        label={t('common:links.title')}
        known={item?.refs ?? []}
        types={['skill', 'person', 'project', 'certification', 'milestone']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
