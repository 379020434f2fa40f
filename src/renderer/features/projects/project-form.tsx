import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AddressField } from '#renderer/fields/address-field.tsx'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { finishStatusProps } from '#renderer/lib/finish-day.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { ItemView } from '#shared/model/entities.ts'
import { requireFinishDay } from '#shared/model/item.ts'
import { emptyProject, ProjectFields, projectShape } from '#shared/model/project.ts'

/** Adds a project (`item` null) or changes one. */
export function ProjectForm({ item, selection }: { item: ItemView<'project'> | null; selection: Selection }) {
  const { t } = useTranslation(['projects', 'vocabulary', 'common'])
  const { client } = useApi()
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-project',
    schema: ProjectFields.superRefine(requireFinishDay),
    initial: item === null ? emptyProject : pickFields(projectShape, item),
    create: client.projects.create,
    update: client.projects.update,
    titleOf: ({ title }) => title,
    selection,
  })
  const line = (name: 'responsibility' | 'stack' | 'repository' | 'nextAction') => ({
    label: t(`field.${name}`),
    description: t(`field.${name}Hint`),
    ...form.getInputProps(name),
  })
  return (
    <FormFrame {...frame}>
      <TextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <FieldsRow>
        <ChoiceField
          label={t('field.kind')}
          options={projectShape.kind.options}
          labelOf={(value) => t(`vocabulary:projectKind.${value}`)}
          {...form.getInputProps('kind')}
        />
        <ChoiceField
          label={t('field.status')}
          options={projectShape.status.options}
          labelOf={(value) => t(`vocabulary:projectStatus.${value}`)}
          {...finishStatusProps(form)}
        />
      </FieldsRow>
      <TextInput {...line('nextAction')} />
      <TextInput {...line('responsibility')} />
      <TextInput {...line('stack')} />
      <TextInput {...line('repository')} />
      <AddressField label={t('field.url')} {...form.getInputProps('url')} />
      <FieldsRow>
        <DayField label={t('field.startDay')} planned {...form.getInputProps('startDay')} />
        <DayField label={t('field.endDay')} planned {...form.getInputProps('endDay')} />
      </FieldsRow>
      <LinksField
        label={t('common:links.title')}
        known={item?.refs ?? []}
        types={['skill', 'person', 'milestone', 'learning', 'certification']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
