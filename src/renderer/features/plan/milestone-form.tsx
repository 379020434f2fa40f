import { Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { LocalTextarea, LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { StageView } from '#shared/contract/plan.ts'
import { emptyMilestone, type Milestone, MilestoneFields, milestoneShape } from '#shared/model/plan.ts'
import type { PlanData } from './plan-items.ts'

interface MilestoneFormProps {
  milestone: Milestone | null
  stage: StageView
  data: PlanData
  selection: Selection
}

/** Today where that lies in the stage, else the nearer end of it. */
function usualDay({ plannedStart, plannedEnd }: StageView): string {
  const now = today()
  if (now < plannedStart) return plannedStart
  return now > plannedEnd ? plannedEnd : now
}

function useMilestoneForm({ milestone, stage, selection }: MilestoneFormProps) {
  const { t } = useTranslation('common')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const initial =
    milestone === null
      ? { ...emptyMilestone, stageUid: stage.uid, plannedDay: usualDay(stage) }
      : pickFields(milestoneShape, milestone)
  return useItemForm({
    schema: MilestoneFields,
    initial,
    draftKey: milestone?.uid ?? `new-milestone-${stage.uid}`,
    save: ({ key: _key, position: _position, ...fields }) =>
      milestone === null
        ? client.milestones.create({ fields })
        : client.milestones.update({ uid: milestone.uid, patch: fields }),
    onSaved: (saved, { title }) => {
      undoable(t(milestone === null ? 'done.created' : 'done.updated', { title: format.text(title) }), saved.batchId)
      selection.open(saved.uid)
    },
  })
}

/** Adds a milestone to a stage (`milestone` null) or changes one. */
export function MilestoneForm(props: MilestoneFormProps) {
  const { milestone, data, selection } = props
  const { t } = useTranslation(['plan', 'vocabulary', 'common'])
  const format = useFormat()
  const { form, submit, saving, restored, forget, discard } = useMilestoneForm(props)
  const cancel = () => {
    forget()
    if (milestone === null) selection.close()
    else selection.open(milestone.uid)
  }
  return (
    <FormFrame onSubmit={submit} saving={saving} restored={restored} onDiscardDraft={discard} onCancel={cancel}>
      <LocalTextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <LocalTextarea label={t('milestone.check')} {...form.getInputProps('check')} />
      <FieldsRow>
        <DayField label={t('milestone.plannedDay')} required {...form.getInputProps('plannedDay')} />
        <DayField label={t('milestone.doneDay')} {...form.getInputProps('doneDay')} />
      </FieldsRow>
      <Select
        label={t('vocabulary:itemType.stage')}
        allowDeselect={false}
        data={data.stages.map(({ uid, title }) => ({ value: uid, label: format.text(title) }))}
        {...form.getInputProps('stageUid')}
      />
      <Checkbox label={t('milestone.isFirst90')} {...form.getInputProps('first90', { type: 'checkbox' })} />
      <LinksField
        label={t('common:links.title')}
        known={milestone?.refs ?? []}
        types={['skill', 'person', 'learning', 'project', 'certification']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
