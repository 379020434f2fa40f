import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { type Activity, ActivityFields, activityShape, emptyActivity } from '#shared/model/activity.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'

/** Adds a journal line (`item` null) or changes one. */
export function ActivityForm({ item, selection }: { item: Activity | null; selection: Selection }) {
  const { t } = useTranslation(['journal', 'vocabulary', 'common'])
  const { client } = useApi()
  const today = useToday()
  const undoable = useUndoable()
  const { form, submit, saving, restored, forget } = useItemForm({
    schema: ActivityFields,
    initial: item === null ? { ...emptyActivity, day: today } : pickFields(activityShape, item),
    draftKey: item?.uid ?? 'new-activity',
    save: (fields) =>
      item === null ? client.journal.create({ fields }) : client.journal.update({ uid: item.uid, patch: fields }),
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
      <Select
        label={t('field.kind')}
        clearable
        placeholder={t('vocabulary:noKind')}
        data={ActivityKind.options.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Group grow align="flex-start">
        <DayField label={t('field.day')} required {...form.getInputProps('day')} />
        <NumberInput
          label={t('field.minutes')}
          min={0}
          step={15}
          clampBehavior="none"
          {...form.getInputProps('minutes')}
        />
      </Group>
      <LinksField
        label={t('field.links')}
        known={item?.refs ?? []}
        types={['skill', 'person', 'project', 'learning', 'certification', 'achievement', 'milestone', 'obstacle']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
      {form.values.inbox && (
        <Checkbox label={t('field.inbox')} {...form.getInputProps('inbox', { type: 'checkbox' })} />
      )}
    </FormFrame>
  )
}
