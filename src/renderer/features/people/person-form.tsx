import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { DAY_UNITS, NumberField } from '#renderer/fields/number-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { PersonView } from '#shared/contract/people.ts'
import { emptyPerson, PersonFields, personShape } from '#shared/model/person.ts'

/** Adds a person (`item` null) or changes one. */
export function PersonForm({ item, selection }: { item: PersonView | null; selection: Selection }) {
  const { t } = useTranslation(['people', 'vocabulary', 'common'])
  const { client } = useApi()
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-person',
    schema: PersonFields,
    initial: item === null ? emptyPerson : pickFields(personShape, item),
    create: client.people.create,
    update: client.people.update,
    titleOf: ({ name }) => name,
    selection,
  })
  return (
    <FormFrame {...frame}>
      <TextInput label={t('field.name')} required data-autofocus {...form.getInputProps('name')} />
      <FieldsRow>
        <ChoiceField
          label={t('field.role')}
          options={personShape.role.options}
          labelOf={(value) => t(`vocabulary:personRole.${value}`)}
          {...form.getInputProps('role')}
        />
        <NumberField
          label={t('field.cadence')}
          placeholder={t('field.cadenceHint')}
          whole
          units={DAY_UNITS}
          min={1}
          {...form.getInputProps('cadenceDays')}
        />
      </FieldsRow>
      <FieldsRow>
        <TextInput label={t('field.position')} {...form.getInputProps('position')} />
        <TextInput label={t('field.company')} {...form.getInputProps('company')} />
      </FieldsRow>
      <TextInput label={t('field.contact')} {...form.getInputProps('contact')} />
      <LinksField
        label={t('common:links.title')}
        known={item?.refs ?? []}
        types={['skill', 'project', 'milestone', 'achievement']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
