import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { DayField } from '#renderer/fields/day-field.tsx'
import { DurationField } from '#renderer/fields/duration-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { finishStatusProps } from '#renderer/lib/finish-day.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { Step } from '#shared/contract/steps.ts'
import { mondayOf } from '#shared/domain/calendar/monday-weeks.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import { requireFinishDay } from '#shared/model/item.ts'
import { emptyStep, StepFields, stepShape } from '#shared/model/step.ts'
import { usePresentWeek } from './use-steps.ts'

/** Adds a step (`item` null) or changes one. */
export function StepForm({ item, selection }: { item: Step | null; selection: Selection }) {
  const { t } = useTranslation(['steps', 'common'])
  const { client } = useApi()
  const { settings } = useWorkspace()
  const week = usePresentWeek()
  /** A week is identified by its Monday, so any day of the week is changed to it. */
  const inWeek = <F extends { week?: string | undefined }>(fields: F): F => {
    const day = fields.week
    return day !== undefined && isCalendarDay(day) ? { ...fields, week: mondayOf(day, settings.weekStartsOn) } : fields
  }
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-step',
    ...(item === null && { dayField: 'week' }),
    schema: StepFields.superRefine(requireFinishDay),
    initial: item === null ? { ...emptyStep, week } : pickFields(stepShape, item),
    create: ({ uid, fields }) => client.steps.create({ uid, fields: inWeek(fields) }),
    update: (change) => client.steps.update({ ...change, patch: inWeek(change.patch) }),
    titleOf: ({ title }) => title,
    selection,
  })
  const { status } = form.values
  return (
    <FormFrame {...frame}>
      <TextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <FieldsRow>
        <DayField label={t('field.week')} description={t('field.weekHint')} planned {...form.getInputProps('week')} />
        <DurationField label={t('field.minutes')} unit="minutes" {...form.getInputProps('minutes')} />
      </FieldsRow>
      <ChoiceField
        label={t('field.status')}
        options={stepShape.status.options}
        labelOf={(value) => t(`status.${value}`)}
        {...finishStatusProps(form)}
      />
      {status !== 'planned' && <DayField label={t('field.endDay')} {...form.getInputProps('endDay')} />}
      {(status === 'dropped' || status === 'declined') && (
        <TextInput label={t('field.reason')} {...form.getInputProps('reason')} />
      )}
      <LinksField
        label={t('common:links.title')}
        known={item?.refs ?? []}
        types={[
          'skill',
          'learning',
          'project',
          'certification',
          'milestone',
          'initiative',
          'achievement',
          'obstacle',
          'person',
        ]}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('field.notes')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
