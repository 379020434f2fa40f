import { Fieldset, Select, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LocalLinesField, LocalTextarea, LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useLevelWord } from '#renderer/lib/level-word.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { SkillView } from '#shared/contract/skills.ts'
import { emptySkill, SkillFields, skillShape } from '#shared/model/skill.ts'
import { Area } from '#shared/model/vocabulary.ts'
import classes from './skills.module.css'

type SkillFormState = UseFormReturnType<SkillFields>

/** Adds a skill (`skill` null) or changes one. */
export function SkillForm({ skill, selection }: { skill: SkillView | null; selection: Selection }) {
  const { t } = useTranslation(['skills', 'vocabulary', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const { form, frame } = useEntityForm({
    uid: skill?.uid ?? null,
    newKey: 'new-skill',
    schema: SkillFields,
    initial: skill === null ? emptySkill : pickFields(skillShape, skill),
    create: ({ uid, fields: { key: _key, position: _position, archived: _archived, ...fields } }) =>
      client.skills.create({ uid, fields }),
    update: client.skills.update,
    titleOf: ({ title }) => format.text(title),
    selection,
  })
  return (
    <FormFrame {...frame}>
      <LocalTextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <ChoiceField
        label={t('field.area')}
        options={Area.options}
        labelOf={(value) => t(`vocabulary:area.${value}`)}
        {...form.getInputProps('area')}
      />
      <TagsField
        label={t('field.aliases')}
        description={t('field.aliasesHint')}
        placeholder={t('field.aliasesPlaceholder')}
        {...form.getInputProps('aliases')}
      />
      <LocalTextarea label={t('field.meaning')} {...form.getInputProps('meaning')} />
      <LocalTextarea label={t('field.why')} {...form.getInputProps('why')} />
      <TargetFields form={form} />
      <LocalLinesField
        label={t('field.ideas')}
        description={t('field.onePerLine')}
        {...form.getInputProps('evidenceIdeas')}
      />
      <details className={classes.details}>
        <summary>{t('field.levels')}</summary>
        <LevelFields form={form} />
      </details>
    </FormFrame>
  )
}

/** The target level at the end of each stage. */
function TargetFields({ form }: { form: SkillFormState }) {
  const { t } = useTranslation('skills')
  const { query } = useApi()
  const format = useFormat()
  const levelWord = useLevelWord()
  const plan = useQuery(query.plan.get.queryOptions({ input: {} }))
  const { targets } = form.values
  const setTarget = (stageUid: string, value: string | null) => {
    const { [stageUid]: _before, ...others } = targets
    form.setFieldValue('targets', value === null ? others : { ...others, [stageUid]: Number(value) })
  }
  const stages = plan.data?.stages ?? []
  if (stages.length === 0) return null
  return (
    <Fieldset data-path="targets" legend={t('field.targets')}>
      <Stack gap="xs">
        {stages.map(({ uid, title }) => (
          <Select
            key={uid}
            label={format.text(title)}
            placeholder={t('field.noTarget')}
            clearable
            data={emptySkill.levels.map((_, level) => ({
              value: String(level),
              label: t('level', { level, word: levelWord(level) }),
            }))}
            value={targets[uid] === undefined ? null : String(targets[uid])}
            onChange={(value) => setTarget(uid, value)}
          />
        ))}
      </Stack>
    </Fieldset>
  )
}

function LevelFields({ form }: { form: SkillFormState }) {
  const { t } = useTranslation('skills')
  const levelWord = useLevelWord()
  return form.values.levels.map((_, level) => (
    <div key={`level-${String(level)}`}>
      <LocalTextarea
        mt="sm"
        label={t('field.descriptor', { level, word: levelWord(level) })}
        {...form.getInputProps(`levels.${level}.descriptor`)}
      />
      <LocalLinesField
        mt={6}
        label={t('field.signals', { level })}
        {...form.getInputProps(`levels.${level}.signals`)}
      />
    </div>
  ))
}
