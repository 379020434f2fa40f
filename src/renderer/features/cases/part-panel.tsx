import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { type PartFormProps, PartFormsContext } from '#renderer/fields/case-parts.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import type { CasePart } from '#shared/model/template-case.ts'
import type { OpenPart } from './open-part.ts'

interface PartPanelProps {
  open: OpenPart
  onSaved: (uid: string) => void
  onClose: () => void
}

/** The form of the item that a part becomes, filled in from the part. */
export function PartPanel({ open, onSaved, onClose }: PartPanelProps) {
  const { t } = useTranslation(['cases', 'common'])
  return (
    <Panel title={t(`form.${open.part.as}`)} closeLabel={t('common:action.close')} onClose={onClose}>
      <PartForm part={open.part} draftKey={`case-${open.address}`} onSaved={onSaved} onCancel={onClose} />
    </Panel>
  )
}

function PartForm({ part, ...rest }: Omit<PartFormProps<never>, 'part'> & { part: CasePart }) {
  const forms = use(PartFormsContext)
  if (forms === null) return null
  switch (part.as) {
    case 'experiment':
      return <forms.experiment part={part} {...rest} />
    case 'milestone':
      return <forms.milestone part={part} {...rest} />
    case 'learning':
      return <forms.learning part={part} {...rest} />
  }
}
