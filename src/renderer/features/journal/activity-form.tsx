import { Checkbox, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { DurationField } from '#renderer/fields/duration-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { Activity } from '#shared/contract/journal.ts'
import { ActivityFields, activityShape, emptyActivity } from '#shared/model/activity.ts'
import { ActivityKind, VisibilityKind, VisibleTo } from '#shared/model/vocabulary.ts'
import { SUBJECT_TYPES } from './subject-types.ts'

/** Adds a journal entry (`item` null) or changes one. */
export function ActivityForm({ item, selection }: { item: Activity | null; selection: Selection }) {
  const { t } = useTranslation(['journal', 'vocabulary', 'common'])
  const { client } = useApi()
  const today = useToday()
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-activity',
    schema: ActivityFields,
    dayField: 'day',
    initial: item === null ? { ...emptyActivity, day: today } : pickFields(activityShape, item),
    create: client.journal.create,
    update: client.journal.update,
    titleOf: ({ title }) => title,
    selection,
  })
  return (
    <FormFrame {...frame}>
      <TextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <Select
        label={t('field.kind')}
        clearable
        placeholder={t('vocabulary:noKind')}
        data={ActivityKind.options.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {form.values.kind === 'visibility' && (
        <FieldsRow>
          <Select
            label={t('field.visibilityKind')}
            clearable
            placeholder={t('field.unsaid')}
            data={VisibilityKind.options.map((value) => ({ value, label: t(`vocabulary:visibilityKind.${value}`) }))}
            {...form.getInputProps('visibilityKind')}
          />
          <Select
            label={t('field.visibleTo')}
            clearable
            placeholder={t('field.unsaid')}
            data={VisibleTo.options.map((value) => ({ value, label: t(`vocabulary:visibleTo.${value}`) }))}
            {...form.getInputProps('visibleTo')}
          />
        </FieldsRow>
      )}
      <FieldsRow>
        <DayField label={t('field.day')} required happened={item === null} {...form.getInputProps('day')} />
        <DurationField label={t('field.minutes')} unit="minutes" {...form.getInputProps('minutes')} />
      </FieldsRow>
      <LinksField
        label={t('field.links')}
        known={item?.refs ?? []}
        types={SUBJECT_TYPES}
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
