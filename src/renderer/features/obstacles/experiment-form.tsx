import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LocalTextarea, LocalTextInput } from '#renderer/fields/local-text-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { DAY_UNITS, NumberField } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Given } from '#renderer/lib/use-entity-form.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { ItemView } from '#shared/model/entities.ts'
import { ExperimentFields, emptyExperiment, experimentShape } from '#shared/model/obstacle.ts'
import { Verdict } from '#shared/model/vocabulary.ts'

interface ExperimentFormProps {
  /** null = a new one. */
  experiment: ItemView<'experiment'> | null
  obstacleUid: string
  given?: Given<ExperimentFields>
  onDone: () => void
  /** Defaults to `onDone`. */
  onSaved?: (uid: string) => void
}

function useExperimentForm({ experiment, obstacleUid, given, onDone, onSaved = onDone }: ExperimentFormProps) {
  const { t } = useTranslation('common')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const { form, frame } = useItemForm<ExperimentFields, { uid: string; batchId: number }>({
    schema: ExperimentFields,
    initial:
      experiment === null
        ? { ...emptyExperiment, ...given?.fields, obstacleUid }
        : pickFields(experimentShape, experiment),
    draftKey: experiment?.uid ?? given?.draftKey ?? `new-experiment-${obstacleUid}`,
    save: (fields, change) =>
      experiment === null
        ? client.experiments.create({ uid: change.uid, fields })
        : client.experiments.update({ ...change, uid: experiment.uid }),
    onSaved: ({ uid, batchId }, { title }) => {
      undoable(t(experiment === null ? 'done.created' : 'done.updated', { title: format.text(title) }), batchId)
      onSaved(uid)
    },
    onCancel: onDone,
  })
  return {
    form,
    frame: { ...frame, onEscape: onDone },
  }
}

/** Adds an experiment or changes one, whatever its state. */
export function ExperimentForm(props: ExperimentFormProps) {
  const { t } = useTranslation(['obstacles', 'vocabulary'])
  const { form, frame } = useExperimentForm(props)
  const isStarted = props.experiment !== null && props.experiment.startDay !== null
  const isClosed = props.experiment !== null && props.experiment.verdict !== null
  return (
    <FormFrame {...frame}>
      <LocalTextInput label={t('experiments.field.title')} required data-autofocus {...form.getInputProps('title')} />
      {(['hypothesis', 'action', 'indicator'] as const).map((name) => (
        <LocalTextarea
          key={name}
          label={t(`experiments.field.${name}`)}
          description={t(`experiments.field.${name}Hint`)}
          {...form.getInputProps(name)}
        />
      ))}
      {isStarted ? (
        <FieldsRow>
          <DayField label={t('experiments.field.startDay')} {...form.getInputProps('startDay')} />
          <DayField label={t('experiments.field.reviewDay')} planned {...form.getInputProps('reviewDay')} />
        </FieldsRow>
      ) : (
        <NumberField
          label={t('experiments.field.reviewAfterDays')}
          whole
          units={DAY_UNITS}
          min={1}
          max={730}
          {...form.getInputProps('reviewAfterDays')}
        />
      )}
      {isClosed && (
        <>
          <FieldsRow>
            <ChoiceField
              label={t('experiments.field.verdict')}
              options={Verdict.options}
              labelOf={(value) => t(`vocabulary:verdict.${value}`)}
              {...form.getInputProps('verdict')}
            />
            <DayField label={t('experiments.field.verdictDay')} {...form.getInputProps('verdictDay')} />
          </FieldsRow>
          <MarkdownField label={t('experiments.field.lesson')} minRows={2} {...form.getInputProps('lesson')} />
        </>
      )}
    </FormFrame>
  )
}
