import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { type StepFormProps, StepFormsContext } from '#renderer/fields/case-steps.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import type { CaseStep } from '#shared/model/template-case.ts'
import type { OpenStep } from './open-step.ts'

interface StepPanelProps {
  open: OpenStep
  onSaved: (uid: string) => void
  onClose: () => void
}

/** The form of what a step becomes, filled with it. */
export function StepPanel({ open, onSaved, onClose }: StepPanelProps) {
  const { t } = useTranslation(['cases', 'common'])
  return (
    <Panel title={t(`form.${open.step.as}`)} closeLabel={t('common:action.close')} onClose={onClose}>
      <StepForm step={open.step} draftKey={`case-${open.address}`} onSaved={onSaved} onCancel={onClose} />
    </Panel>
  )
}

function StepForm({ step, ...rest }: Omit<StepFormProps<never>, 'step'> & { step: CaseStep }) {
  const forms = use(StepFormsContext)
  if (forms === null) return null
  switch (step.as) {
    case 'experiment':
      return <forms.experiment step={step} {...rest} />
    case 'milestone':
      return <forms.milestone step={step} {...rest} />
    case 'learning':
      return <forms.learning step={step} {...rest} />
  }
}
