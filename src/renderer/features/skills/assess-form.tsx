import { Radio, Text } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import type { SkillView } from '#shared/contract/skills.ts'
import { Level } from '#shared/model/common.ts'
import { assessmentShape } from '#shared/model/skill.ts'
import { LevelWords } from './level-list.tsx'
import classes from './skills.module.css'

const { day, note, evidence } = assessmentShape

/** No level is preselected, so that the person reads the levels and does not just confirm one. */
const RatingFields = z
  .strictObject({ level: Level.nullable(), day, note, evidence })
  .refine(({ level }) => level !== null, { path: ['level'], message: 'field.required' })

interface AssessFormProps {
  skill: SkillView
  onSaved: () => void
  onClose: () => void
}

/** Assesses a skill; the level is chosen by reading its description. */
export function AssessForm({ skill, onSaved, onClose }: AssessFormProps) {
  const { t } = useTranslation('skills')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: RatingFields,
    initial: { level: null as Level | null, day: today(), note: '', evidence: [] as string[] },
    dayField: 'day',
    draftKey: `rating-${skill.uid}`,
    save: ({ level, ...fields }, { uid }) =>
      client.skills.assess({ uid, skillUid: skill.uid, level: level ?? 0, ...fields }),
    onSaved: ({ batchId }, { level }) => {
      undoable(t('told', { title: format.text(skill.title), level: level ?? 0 }), batchId)
      onSaved()
      onClose()
    },
    onCancel: onClose,
  })
  return (
    <FormFrame {...frame} saveLabel={t('saveRating')}>
      <LevelChoice
        skill={skill}
        value={form.values.level}
        error={form.errors.level}
        onChange={(level) => form.setFieldValue('level', level)}
      />
      <DayField label={t('day')} required happened w={200} {...form.getInputProps('day')} />
      <TextArea label={t('note')} minRows={3} {...form.getInputProps('note')} />
      <LinksField
        label={t('evidence.title')}
        known={[]}
        types={['learning', 'project', 'certification', 'achievement', 'activity']}
        value={form.values.evidence}
        onChange={(uids) => form.setFieldValue('evidence', uids)}
      />
    </FormFrame>
  )
}

interface LevelChoiceProps {
  skill: SkillView
  value: Level | null
  error: React.ReactNode
  onChange: (level: Level) => void
}

function LevelChoice({ skill, value, error, onChange }: LevelChoiceProps) {
  const { t } = useTranslation('skills')
  const name = useId()
  return (
    <fieldset className={classes.group} aria-describedby={`${name}-hint ${name}-error`}>
      <legend>{t('rateTitle')}</legend>
      <Text size="sm" c="dimmed" id={`${name}-hint`} mb="xs">
        {t('rateHint')}
      </Text>
      <div className={classes.levels}>
        {skill.levels.map((_, level) => (
          <label key={`level-${String(level)}`} htmlFor={`${name}-${level}`} className={classes.card}>
            <Radio
              id={`${name}-${level}`}
              name={name}
              value={String(level)}
              checked={value === level}
              onChange={() => onChange(level)}
              {...(error && { 'aria-invalid': true })}
              {...(level === 0 && { 'data-autofocus': true })}
            />
            <LevelWords skill={skill} level={level} />
          </label>
        ))}
      </div>
      {error && (
        <div className={classes.error} id={`${name}-error`}>
          {error}
        </div>
      )}
    </fieldset>
  )
}
