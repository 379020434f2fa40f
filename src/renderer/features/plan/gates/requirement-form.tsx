import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LocalTextarea } from '#renderer/fields/local-text-field.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { RequirementView, StageView } from '#shared/contract/plan.ts'
import { ownFields } from '#shared/domain/gates/requirement-fields.ts'
import { emptyRequirement, RequirementFields, requirementShape } from '#shared/model/plan.ts'
import { RequirementKind } from '#shared/model/vocabulary.ts'
import type { PlanData } from '../plan-items.ts'
import { RequirementKindFields } from './requirement-kind-fields.tsx'

interface RequirementFormProps {
  requirement: RequirementView | null
  stage: StageView
  data: PlanData
  selection: Selection
}

/** The most likely new requirement: one finished item of the usual kind. */
const NEW_REQUIREMENT: RequirementFields = {
  ...emptyRequirement,
  weight: 3,
  evidenceKind: 'achievement',
  count: 1,
  since: 'stage',
}

/** Adds a requirement to the gate of a stage (`requirement` null) or changes one. */
export function RequirementForm({ requirement, stage, data, selection }: RequirementFormProps) {
  const { t } = useTranslation(['plan', 'vocabulary'])
  const { client } = useApi()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: RequirementFields,
    initial:
      requirement === null ? { ...NEW_REQUIREMENT, stageUid: stage.uid } : pickFields(requirementShape, requirement),
    draftKey: requirement?.uid ?? `new-requirement-${stage.uid}`,
    save: (values, change) => {
      if (requirement !== null) return client.requirements.update({ ...change, uid: requirement.uid })
      const { position: _position, ...fields } = ownFields(values)
      return client.requirements.create({ uid: change.uid, fields })
    },
    onSaved: (saved) => {
      undoable(t(requirement === null ? 'told.requirementAdded' : 'told.requirementSaved'), saved.batchId)
      selection.open(saved.uid)
    },
    onCancel: () => (requirement === null ? selection.close() : selection.open(requirement.uid)),
  })
  return (
    <FormFrame {...frame}>
      <ChoiceField
        label={t('requirement.kind')}
        options={RequirementKind.options}
        labelOf={(value) => t(`vocabulary:requirementKind.${value}`)}
        data-autofocus
        {...form.getInputProps('kind')}
      />
      <RequirementKindFields form={form} data={data} stage={stage} />
      <NumberField
        label={t('requirement.weight')}
        description={t('requirement.weightHint')}
        required
        whole
        min={1}
        max={10}
        withSteps
        {...form.getInputProps('weight')}
      />
      <LocalTextarea label={t('requirement.note')} {...form.getInputProps('note')} />
    </FormFrame>
  )
}
