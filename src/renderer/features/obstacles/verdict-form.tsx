import { Group, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { Day, Notes } from '#shared/model/common.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { Verdict } from '#shared/model/vocabulary.ts'

const VerdictFields = z
  .strictObject({ verdict: Verdict.nullable(), verdictDay: Day, lesson: Notes })
  .superRefine(({ verdict }, ctx) => {
    if (verdict === null) ctx.addIssue({ code: 'custom', path: ['verdict'], message: 'field.required' })
  })

/** Closes an experiment: whether it worked, and what was learned. */
export function VerdictForm({ experiment, onDone }: { experiment: ItemView<'experiment'>; onDone: () => void }) {
  const { t } = useTranslation(['obstacles', 'vocabulary'])
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const [initial] = useState(() => ({ verdict: null, verdictDay: today(), lesson: experiment.lesson }))
  const { form, frame } = useItemForm<z.infer<typeof VerdictFields>, { batchId: number }>({
    schema: VerdictFields,
    initial,
    dayField: 'verdictDay',
    draftKey: `verdict-${experiment.uid}`,
    // The form filled in the day, so it is sent with the verdict without a base value of its own.
    save: ({ verdict, verdictDay }, { patch, base: { verdictDay: _filledIn, ...base } }) =>
      client.experiments.update({
        uid: experiment.uid,
        patch: { ...patch, verdict, verdictDay },
        base: { verdict: null, ...base },
      }),
    onSaved: ({ batchId }) => {
      undoable(t('experiments.closed', { title: format.text(experiment.title) }), batchId)
      onDone()
    },
    onCancel: onDone,
  })
  return (
    <FormFrame {...frame} onEscape={onDone}>
      <Radio.Group
        data-path="verdict"
        label={t('experiments.field.verdict')}
        required
        error={form.errors.verdict}
        value={form.values.verdict ?? ''}
        onChange={(verdict) => form.setFieldValue('verdict', Verdict.parse(verdict))}
      >
        <Group mt={6}>
          {Verdict.options.map((value, index) => (
            <Radio
              key={value}
              value={value}
              label={t(`vocabulary:verdict.${value}`)}
              aria-invalid={form.errors.verdict !== undefined}
              {...(index === 0 && { 'data-autofocus': true })}
            />
          ))}
        </Group>
      </Radio.Group>
      <MarkdownField
        label={t('experiments.field.lesson')}
        description={t('experiments.field.lessonHint')}
        minRows={2}
        {...form.getInputProps('lesson')}
      />
      <DayField label={t('experiments.field.verdictDay')} happened {...form.getInputProps('verdictDay')} />
    </FormFrame>
  )
}
