import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChipsField } from '#renderer/fields/chips-field.tsx'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import { achievementShape } from '#shared/model/achievement.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { Audience } from '#shared/model/vocabulary.ts'
import { MetricFields } from './metric-fields.tsx'
import { RoleShiftField } from './role-shift-field.tsx'
import { StarCoach, useStarCoach } from './star-coach.tsx'
import { useAchievementForm } from './use-achievement-form.ts'

const STAR = ['situation', 'task', 'action', 'result'] as const

/** Adds an achievement (`item` null) or changes one: what happened, STAR, what changed, and which role it shows. */
export function AchievementForm({ item, selection }: { item: ItemView<'achievement'> | null; selection: Selection }) {
  const { t } = useTranslation(['achievements', 'vocabulary', 'common'])
  const { form, frame } = useAchievementForm(item, selection)
  const coach = useStarCoach(form.values, item?.refs)
  return (
    <FormFrame {...frame}>
      <TextInput
        label={t('field.title')}
        description={t('field.titleHint')}
        required
        data-autofocus
        {...form.getInputProps('title')}
      />
      <FieldsRow>
        <DayField label={t('field.day')} required happened={item === null} {...form.getInputProps('day')} />
        <ChoiceField
          label={t('field.scope')}
          options={achievementShape.scope.options}
          labelOf={(value) => t(`vocabulary:scope.${value}`)}
          {...form.getInputProps('scope')}
        />
        <NumberField label={t('field.peopleLed')} whole min={0} {...form.getInputProps('peopleLed')} />
      </FieldsRow>
      <ChipsField
        label={t('field.audience')}
        options={Audience.options}
        labelOf={(value) => t(`vocabulary:audience.${value}`)}
        {...form.getInputProps('audience')}
      />
      {STAR.map((part) => (
        <div key={part}>
          <MarkdownField
            label={t(`field.${part}`)}
            description={t(`field.${part}Hint`)}
            minRows={2}
            {...form.getInputProps(part)}
          />
          <StarCoach part={part} states={coach} />
        </div>
      ))}
      <MetricFields form={form} />
      <RoleShiftField
        value={form.values.roleShift}
        onChange={(roleShift) => form.setFieldValue('roleShift', roleShift)}
      />
      <LinksField
        label={t('common:links.title')}
        known={item?.refs ?? []}
        types={['skill', 'project', 'person', 'metric', 'milestone']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
    </FormFrame>
  )
}
