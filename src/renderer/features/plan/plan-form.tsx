import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { NumberField, YEAR_UNITS } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import type { Plan } from '#shared/contract/plan.ts'
import { planShape } from '#shared/model/plan.ts'

const { title, fromRole, toRole, vision, companyNote, startDay, horizonYears } = planShape

const PlanTexts = z.strictObject({ title, fromRole, toRole, vision, companyNote })
const PlanDays = z.strictObject({ startDay, horizonYears })

interface PlanFormProps {
  plan: Plan
  selection: Selection
}

/** The plan's own texts, and its days below them. */
export function PlanForm({ plan, selection }: PlanFormProps) {
  return (
    <>
      <PlanTextForm plan={plan} selection={selection} />
      <RescheduleForm plan={plan} selection={selection} />
    </>
  )
}

function PlanTextForm({ plan, selection }: PlanFormProps) {
  const { t } = useTranslation(['plan', 'common'])
  const { client } = useApi()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: PlanTexts,
    initial: {
      title: plan.title,
      fromRole: plan.fromRole,
      toRole: plan.toRole,
      vision: plan.vision,
      companyNote: plan.companyNote,
    },
    draftKey: plan.uid,
    save: (_texts, { patch, base }) => client.plan.update({ patch, base }),
    onSaved: ({ batchId }) => {
      undoable(t('told.saved'), batchId)
      selection.close()
    },
    onCancel: selection.close,
  })
  return (
    <FormFrame {...frame}>
      <LocalTextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <LocalTextInput label={t('field.fromRole')} required {...form.getInputProps('fromRole')} />
      <LocalTextInput label={t('field.toRole')} required {...form.getInputProps('toRole')} />
      <TextArea label={t('field.vision')} minRows={3} maxRows={12} {...form.getInputProps('vision')} />
      <TextArea
        label={t('field.companyNote')}
        description={t('field.companyHint')}
        maxRows={12}
        {...form.getInputProps('companyNote')}
      />
    </FormFrame>
  )
}

function RescheduleForm({ plan, selection }: PlanFormProps) {
  const { t } = useTranslation('plan')
  const { client } = useApi()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: PlanDays,
    initial: { startDay: plan.startDay, horizonYears: plan.horizonYears },
    draftKey: `${plan.uid}-days`,
    save: (days) => client.plan.reschedule(days),
    onSaved: ({ batchId }) => {
      undoable(t('told.rescheduled'), batchId)
      selection.close()
    },
    onCancel: selection.close,
  })
  return (
    <section>
      <SectionTitle title={t('reschedule.title')} />
      <Text size="sm" c="dimmed" mb="sm">
        {t('reschedule.hint')}
      </Text>
      <FormFrame {...frame} saveLabel={t('reschedule.do')}>
        <FieldsRow>
          <DayField label={t('field.startDay')} planned required {...form.getInputProps('startDay')} />
          <NumberField
            label={t('field.horizon')}
            required
            whole
            units={YEAR_UNITS}
            min={5}
            max={10}
            withSteps
            {...form.getInputProps('horizonYears')}
          />
        </FieldsRow>
      </FormFrame>
    </section>
  )
}
