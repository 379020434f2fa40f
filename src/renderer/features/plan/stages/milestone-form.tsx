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
import { type Given, useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { Milestone, StageView } from '#shared/contract/plan.ts'
import { emptyMilestone, MilestoneFields, milestoneShape } from '#shared/model/plan.ts'
import type { PlanData } from '../plan-items.ts'

interface MilestoneFormProps {
  milestone: Milestone | null
  stage: StageView
  data: PlanData
  given?: Given<MilestoneFields>
  selection: Pick<Selection, 'open' | 'close'>
}

/** Today if it lies in the stage, else the nearer end of the stage. */
function usualDay({ plannedStart, plannedEnd }: StageView): string {
  const now = today()
  if (now < plannedStart) return plannedStart
  return now > plannedEnd ? plannedEnd : now
}

function useMilestoneForm({ milestone, stage, given, selection }: MilestoneFormProps) {
  const { client } = useApi()
  const format = useFormat()
  return useEntityForm({
    uid: milestone?.uid ?? null,
    newKey: given?.draftKey ?? `new-milestone-${stage.uid}`,
    schema: MilestoneFields,
    initial:
      milestone === null
        ? { ...emptyMilestone, stageUid: stage.uid, plannedDay: usualDay(stage), ...given?.fields }
        : pickFields(milestoneShape, milestone),
    create: ({ uid, fields: { key: _key, position: _position, ...fields } }) =>
      client.milestones.create({ uid, fields }),
    update: client.milestones.update,
    titleOf: ({ title }) => format.text(title),
    selection,
  })
}

/** Adds a milestone to a stage (`milestone` null) or changes one. */
export function MilestoneForm(props: MilestoneFormProps) {
  const { milestone, data, given } = props
  const { t } = useTranslation(['plan', 'vocabulary', 'common'])
  const format = useFormat()
  const { form, frame } = useMilestoneForm(props)
  return (
    <FormFrame {...frame}>
      <LocalTextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <LocalTextarea label={t('milestone.check')} {...form.getInputProps('check')} />
      <FieldsRow>
        <DayField label={t('milestone.plannedDay')} planned required {...form.getInputProps('plannedDay')} />
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
        known={milestone?.refs ?? given?.refs ?? []}
        types={['skill', 'person', 'learning', 'project', 'certification']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
