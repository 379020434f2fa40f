import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import type { StageView } from '#shared/contract/plan.ts'
import { Day, Notes } from '#shared/model/common.ts'
import classes from './gate-section.module.css'
import { useRequirementWords } from './use-requirement-words.ts'

const PassFields = z.strictObject({ day: Day, note: Notes })

interface PassGateDialogProps {
  stage: StageView
  opened: boolean
  onClose: () => void
  onPassed: () => void
}

/** The decision to leave a stage: shows the present readiness, and the person decides. */
export function PassGateDialog({ stage, opened, onClose, onPassed }: PassGateDialogProps) {
  const { t } = useTranslation(['plan', 'common'])
  const format = useFormat()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('gate.passTitle', { title: format.text(stage.title) })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      size="lg"
    >
      <PassGateForm stage={stage} onClose={onClose} onPassed={onPassed} />
    </Modal>
  )
}

function PassGateForm({ stage, onClose, onPassed }: Omit<PassGateDialogProps, 'opened'>) {
  const { t } = useTranslation('plan')
  const { client } = useApi()
  const format = useFormat()
  const words = useRequirementWords()
  const undoable = useUndoable()
  const lacking = stage.requirements.filter(({ value }) => value < 1)
  const { form, frame } = useItemForm({
    schema: PassFields,
    initial: { day: today(), note: '' },
    dayField: 'day',
    draftKey: `pass-gate-${stage.uid}`,
    save: (fields) => client.plan.passGate({ stageUid: stage.uid, ...fields }),
    onSaved: ({ batchId }) => {
      undoable(t('gate.told', { title: format.text(stage.title) }), batchId)
      onPassed()
    },
    onCancel: onClose,
  })
  return (
    <FormFrame {...frame} saveLabel={t('gate.pass')}>
      <Text size="sm">
        {lacking.length === 0
          ? t('gate.allMet')
          : t('gate.lacking', { count: lacking.length, readiness: format.percent(stage.readiness ?? 0) })}
      </Text>
      {lacking.length > 0 && (
        <ul className={classes.lacking}>
          {lacking.map((requirement) => {
            const { title, state } = words(requirement)
            return <li key={requirement.uid}>{`${title}: ${state}`}</li>
          })}
        </ul>
      )}
      <DayField label={t('gate.day')} required happened w={200} data-autofocus {...form.getInputProps('day')} />
      <TextArea label={t('gate.note')} minRows={3} maxRows={10} {...form.getInputProps('note')} />
    </FormFrame>
  )
}
