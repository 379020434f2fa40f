import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LocalLinesField, LocalTextarea, LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { StageView } from '#shared/contract/plan.ts'
import { requireOrder } from '#shared/model/item.ts'
import { emptyStage, stageShape } from '#shared/model/plan.ts'
import type { PlanData } from '../plan-items.ts'
import { StageDays } from './stage-days.tsx'

const { title, purpose, shift, traps, gateMeaning, plannedStart, plannedEnd } = stageShape

const stageTextShape = { title, purpose, shift, traps, gateMeaning }

/** A new stage may leave its days empty; the plan then makes room for it. `at` is its place among the stages. */
const NewStageFields = z
  .strictObject({
    ...stageTextShape,
    plannedStart: plannedStart.nullable(),
    plannedEnd: plannedEnd.nullable(),
    at: z.string(),
    /** Later stages move with the planned end. */
    moveAlong: z.boolean(),
  })
  .superRefine((stage, ctx) => {
    for (const [one, other] of [
      ['plannedStart', 'plannedEnd'],
      ['plannedEnd', 'plannedStart'],
    ] as const)
      if (stage[one] === null && stage[other] !== null)
        ctx.addIssue({ code: 'custom', path: [one], message: 'field.required' })
    requireOrder(ctx, stage.plannedStart, stage.plannedEnd, 'plannedEnd', 'day.endBeforeStart')
  })
type NewStageFields = z.infer<typeof NewStageFields>

/** An existing stage must keep its days. */
const StageEditFields = NewStageFields.refine(({ plannedStart: day }) => day !== null, {
  path: ['plannedStart'],
  message: 'field.required',
})

interface StageFormProps {
  stage: StageView | null
  data: PlanData
  selection: Selection
}

function initialFields(stage: StageView | null, stageCount: number): NewStageFields {
  const { title, purpose, shift, traps, gateMeaning } = stage ?? emptyStage
  return {
    title,
    purpose,
    shift,
    traps,
    gateMeaning,
    plannedStart: stage?.plannedStart ?? null,
    plannedEnd: stage?.plannedEnd ?? null,
    at: String(stageCount),
    moveAlong: true,
  }
}

/** The fields of the stage itself: without the place and without missing days. */
function ofStage({
  at: _at,
  moveAlong: _moveAlong,
  plannedStart: start,
  plannedEnd: end,
  ...texts
}: Partial<NewStageFields>) {
  return { ...texts, ...(start && { plannedStart: start }), ...(end && { plannedEnd: end }) }
}

/** Adds a stage (`stage` null) or changes one. */
export function StageForm({ stage, data, selection }: StageFormProps) {
  const { t } = useTranslation(['plan', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: stage === null ? NewStageFields : StageEditFields,
    initial: initialFields(stage, data.stages.length),
    draftKey: stage?.uid ?? 'new-stage',
    save: (fields, { uid, patch, base }) =>
      stage === null
        ? client.stages.create({ uid, fields: ofStage(fields), at: Number(fields.at) })
        : client.stages.update({
            uid: stage.uid,
            patch: ofStage(patch),
            base: ofStage(base),
            shift: fields.moveAlong,
          }),
    onSaved: (saved, fields) => {
      const name = format.text(fields.title)
      undoable(t(stage === null ? 'common:done.created' : 'common:done.updated', { title: name }), saved.batchId)
      selection.open(saved.uid)
    },
    onCancel: selection.close,
  })
  return (
    <FormFrame {...frame}>
      <LocalTextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      {stage === null && <StagePlace data={data} {...form.getInputProps('at')} />}
      <FieldsRow>
        <DayField
          label={t('stage.plannedStart')}
          planned
          required={stage !== null}
          {...form.getInputProps('plannedStart')}
        />
        <DayField
          label={t('stage.plannedEnd')}
          planned
          required={stage !== null}
          {...form.getInputProps('plannedEnd')}
        />
      </FieldsRow>
      {stage !== null && (
        <StageDays
          stage={stage}
          data={data}
          plannedStart={form.values.plannedStart}
          plannedEnd={form.values.plannedEnd}
          begun={form.getInitialValues().plannedEnd}
          shift={form.values.moveAlong}
          onShift={(moveAlong) => form.setFieldValue('moveAlong', moveAlong)}
        />
      )}
      <LocalTextarea label={t('stage.purpose')} {...form.getInputProps('purpose')} />
      <LocalTextarea label={t('stage.shift')} {...form.getInputProps('shift')} />
      <LocalLinesField label={t('stage.traps')} description={t('field.onePerLine')} {...form.getInputProps('traps')} />
      <LocalTextarea label={t('gate.meaning')} {...form.getInputProps('gateMeaning')} />
    </FormFrame>
  )
}

/** The place of the new stage: never before a passed gate. */
function StagePlace({ data, ...rest }: { data: PlanData; value?: string }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const passed = data.stages.filter(({ passedOn }) => passedOn !== null).length
  const places = data.stages.map(({ title }, index) => ({
    value: String(index + 1),
    label: t('stage.after', { title: format.text(title) }),
  }))
  const first = { value: '0', label: t('stage.first') }
  return (
    <Select
      label={t('stage.place')}
      description={t('stage.placeHint')}
      allowDeselect={false}
      data={[first, ...places].filter(({ value }) => Number(value) >= passed)}
      {...rest}
    />
  )
}
