import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { MoneyField } from '#renderer/fields/money-field.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import { emptyLearning, type Learning, LearningFields, learningShape } from '#shared/model/learning.ts'

/** Adds a learning item (`item` null) or changes one. */
export function LearningForm({ item, selection }: { item: Learning | null; selection: Selection }) {
  const { t } = useTranslation(['learning', 'vocabulary', 'common'])
  const { client } = useApi()
  const { settings } = useWorkspace()
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-learning',
    schema: LearningFields,
    initial: item === null ? emptyLearning : pickFields(learningShape, item),
    create: (fields) => client.learning.create({ fields }),
    update: (uid, patch) => client.learning.update({ uid, patch }),
    titleOf: ({ title }) => title,
    selection,
  })
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
          {...form.getInputProps('status')}
        />
      </FieldsRow>
      <TextInput label={t('field.provider')} {...form.getInputProps('provider')} />
      <TextInput label={t('field.url')} type="url" {...form.getInputProps('url')} />
      <FieldsRow>
        <DayField label={t('field.startDay')} {...form.getInputProps('startDay')} />
        <DayField label={t('field.endDay')} {...form.getInputProps('endDay')} />
      </FieldsRow>
      <FieldsRow>
        <NumberField label={t('field.progress')} min={0} max={100} {...form.getInputProps('progress')} />
        <NumberField label={t('field.plannedHours')} min={0} {...form.getInputProps('plannedHours')} />
      </FieldsRow>
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
