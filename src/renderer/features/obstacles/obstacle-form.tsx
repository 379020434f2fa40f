import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { LocalTextarea, LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { emptyObstacle, ObstacleFields, obstacleShape } from '#shared/model/obstacle.ts'

/** Adds an obstacle (`item` null) or changes one. */
export function ObstacleForm({ item, selection }: { item: ItemView<'obstacle'> | null; selection: Selection }) {
  const { t } = useTranslation(['obstacles', 'vocabulary', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const { form, frame } = useEntityForm<ObstacleFields>({
    uid: item?.uid ?? null,
    newKey: 'new-obstacle',
    schema: ObstacleFields,
    initial: item === null ? emptyObstacle : pickFields(obstacleShape, item),
    create: client.obstacles.create,
    update: client.obstacles.update,
    titleOf: ({ title }) => format.text(title),
    selection,
  })
  return (
    <FormFrame {...frame}>
      <LocalTextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <ChoiceField
        label={t('field.status')}
        options={obstacleShape.status.options}
        labelOf={(value) => t(`vocabulary:obstacleStatus.${value}`)}
        {...form.getInputProps('status')}
      />
      <LocalTextarea label={t('field.description')} {...form.getInputProps('description')} />
      <LinksField
        label={t('common:links.title')}
        known={item?.refs ?? []}
        types={['skill', 'person', 'project', 'milestone']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
