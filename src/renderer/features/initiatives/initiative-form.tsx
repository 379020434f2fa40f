import { Fieldset, Select, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinkField, LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { finishStatusProps } from '#renderer/lib/finish-day.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import { iceFormula, iceScore } from '#shared/domain/states/ice-score.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { emptyInitiative, InitiativeFields, initiativeShape } from '#shared/model/initiative.ts'
import { requireFinishDay } from '#shared/model/item.ts'

const RATINGS = Array.from({ length: 10 }, (_, index) => String(index + 1))

interface RatingFieldProps {
  label: string
  value?: number | null
  onChange?: (value: number | null) => void
}

/** One of the three ratings, or no rating yet. */
function RatingField({ value = null, onChange, ...rest }: RatingFieldProps) {
  return (
    <Select
      {...rest}
      data={RATINGS}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange?.(chosen === null ? null : Number(chosen))}
    />
  )
}

/** Adds an initiative (`item` null) or changes one. */
export function InitiativeForm({ item, selection }: { item: ItemView<'initiative'> | null; selection: Selection }) {
  const { t } = useTranslation(['initiatives', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-initiative',
    schema: InitiativeFields.superRefine(requireFinishDay),
    initial: item === null ? emptyInitiative : pickFields(initiativeShape, item),
    create: client.initiatives.create,
    update: client.initiatives.update,
    titleOf: ({ title }) => title,
    selection,
  })
  const known = item?.refs ?? []
  const score = iceScore(form.values)
  return (
    <FormFrame {...frame}>
      <TextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <ChoiceField
        label={t('field.status')}
        options={initiativeShape.status.options}
        labelOf={(value) => t(`status.${value}`)}
        {...finishStatusProps(form)}
      />
      <MarkdownField
        label={t('field.hypothesis')}
        placeholder={t('field.hypothesisHint')}
        {...form.getInputProps('hypothesis')}
      />
      <LinkField
        label={t('field.metric')}
        placeholder={t('field.metricHint')}
        known={known}
        types={['metric']}
        {...form.getInputProps('metricUid')}
      />
      <NumberField
        label={t('field.expectedChange')}
        description={t('field.expectedChangeHint')}
        {...form.getInputProps('expectedChange')}
      />
      <Fieldset variant="unstyled" legend={t('ice.title')}>
        <FieldsRow figures>
          <RatingField label={t('field.impact')} {...form.getInputProps('impact')} />
          <RatingField label={t('field.confidence')} {...form.getInputProps('confidence')} />
          <RatingField label={t('field.ease')} {...form.getInputProps('ease')} />
        </FieldsRow>
        <Text size="xs" c="dimmed" mt={6} aria-live="polite">
          {score === null ? t('ice.hint') : `${iceFormula(form.values)} = ${format.number(score)}`}
        </Text>
      </Fieldset>
      <LinkField
        label={t('field.owner')}
        placeholder={t('field.ownerHint')}
        known={known}
        types={['person']}
        {...form.getInputProps('ownerUid')}
      />
      <LinksField
        label={t('field.stakeholders')}
        placeholder={t('field.stakeholdersHint')}
        known={known}
        types={['person']}
        value={form.values.stakeholders}
        onChange={(stakeholders) => form.setFieldValue('stakeholders', stakeholders)}
      />
      <FieldsRow>
        <DayField label={t('field.startDay')} planned {...form.getInputProps('startDay')} />
        <DayField label={t('field.endDay')} planned {...form.getInputProps('endDay')} />
      </FieldsRow>
      <MarkdownField label={t('field.lesson')} placeholder={t('field.lessonHint')} {...form.getInputProps('lesson')} />
      <LinksField
        label={t('common:links.title')}
        known={known}
        types={['skill', 'project', 'achievement', 'obstacle', 'milestone']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
