import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AddressField } from '#renderer/fields/address-field.tsx'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { DayField } from '#renderer/fields/day-field.tsx'
import { DurationField } from '#renderer/fields/duration-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { MoneyField } from '#renderer/fields/money-field.tsx'
import { NumberField, PERCENT } from '#renderer/fields/number-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { finishStatusProps } from '#renderer/lib/finish-day.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { type Given, useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { ItemView } from '#shared/model/entities.ts'
import { requireFinishDay } from '#shared/model/item.ts'
import { emptyLearning, LearningFields, learningShape } from '#shared/model/learning.ts'

interface LearningFormProps {
  item: ItemView<'learning'> | null
  given?: Given<LearningFields>
  /** How a new item is created, if not from its fields alone. */
  create?: ReturnType<typeof useApi>['client']['learning']['create']
  selection: Pick<Selection, 'open' | 'close'>
}

/** The status. Setting it to done fills in the day and full progress, so that the person can see and correct them. */
function useStatusProps(form: UseFormReturnType<LearningFields>) {
  const props = finishStatusProps(form)
  /** The progress before 100 % was filled in. */
  const typed = useRef<number | null>(null)
  const onChange = (status: string | null) => {
    const { status: before, progress } = form.getValues()
    props.onChange(status)
    if (status === 'done' && before !== 'done' && progress < 100) {
      typed.current = progress
      form.setFieldValue('progress', 100)
    }
    if (status === 'done' || before !== 'done') return
    const known = form.getInitialValues()
    // A restored draft has no typed value; then the item's own progress is used.
    const earlier = typed.current ?? (known.status === 'done' ? progress : known.progress)
    if (progress === 100) form.setFieldValue('progress', earlier)
    typed.current = null
  }
  return { ...props, onChange }
}

/** Adds a learning item (`item` null) or changes one. */
export function LearningForm({ item, given, create, selection }: LearningFormProps) {
  const { t } = useTranslation(['learning', 'vocabulary', 'common'])
  const { client } = useApi()
  const { settings } = useWorkspace()
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: given?.draftKey ?? 'new-learning',
    schema: LearningFields.superRefine(requireFinishDay),
    initial: item === null ? { ...emptyLearning, ...given?.fields } : pickFields(learningShape, item),
    create: create ?? client.learning.create,
    update: client.learning.update,
    titleOf: ({ title }) => title,
    selection,
  })
  const statusProps = useStatusProps(form)
  return (
    <FormFrame {...frame}>
      <TextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <FieldsRow>
        <ChoiceField
          label={t('field.kind')}
          options={learningShape.kind.options}
          labelOf={(value) => t(`vocabulary:learningKind.${value}`)}
          {...form.getInputProps('kind')}
        />
        <ChoiceField
          label={t('field.status')}
          options={learningShape.status.options}
          labelOf={(value) => t(`vocabulary:learningStatus.${value}`)}
          {...statusProps}
        />
      </FieldsRow>
      <TextInput label={t('field.provider')} {...form.getInputProps('provider')} />
      <AddressField label={t('field.url')} {...form.getInputProps('url')} />
      <FieldsRow>
        <DayField label={t('field.startDay')} planned {...form.getInputProps('startDay')} />
        <DayField label={t('field.endDay')} planned {...form.getInputProps('endDay')} />
      </FieldsRow>
      <FieldsRow>
        <NumberField
          label={t('field.progress')}
          whole
          units={PERCENT}
          min={0}
          max={100}
          {...form.getInputProps('progress')}
        />
        <DurationField label={t('field.plannedHours')} unit="hours" {...form.getInputProps('plannedHours')} />
      </FieldsRow>
      <MoneyField label={t('field.cost')} currency={settings.currency} {...form.getInputProps('cost')} />
      <LinksField
        label={t('common:links.title')}
        known={item?.refs ?? given?.refs ?? []}
        types={['skill', 'person', 'project', 'certification', 'milestone']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
