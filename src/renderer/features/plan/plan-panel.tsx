import { useTranslation } from 'react-i18next'
import type { Selection } from '#renderer/lib/selection.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { RequirementForm } from './gates/requirement-form.tsx'
import { RequirementPanel } from './gates/requirement-panel.tsx'
import { PlanForm } from './plan-form.tsx'
import type { OpenPlanItem, PlanData } from './plan-items.ts'
import { MilestoneForm } from './stages/milestone-form.tsx'
import { MilestonePanel } from './stages/milestone-panel.tsx'
import { StageForm } from './stages/stage-form.tsx'

interface PlanPanelProps {
  open: OpenPlanItem
  data: PlanData
  selection: Selection
}

/** What is open beside the plan: an item, its form, or the form of a new item. */
export function PlanPanel({ open, data, selection }: PlanPanelProps) {
  switch (open.kind) {
    case 'milestone':
      return <MilestonePanel milestone={open.milestone} data={data} selection={selection} />
    case 'requirement':
      return <RequirementPanel requirement={open.requirement} stage={open.stage} data={data} selection={selection} />
    default:
      return <FormPanel open={open} data={data} selection={selection} />
  }
}

function FormPanel({ open, data, selection }: PlanPanelProps) {
  const { t } = useTranslation(['plan', 'common'])
  const frame = { closeLabel: t('common:action.close'), onClose: selection.close }
  switch (open.kind) {
    case 'plan':
      return (
        <Panel title={t('edit')} {...frame}>
          <PlanForm plan={open.plan} selection={selection} />
        </Panel>
      )
    case 'stage':
      return (
        <Panel title={t('stage.edit')} {...frame}>
          <StageForm stage={open.stage} data={data} selection={selection} />
        </Panel>
      )
    case 'newStage':
      return (
        <Panel title={t('stage.new')} {...frame}>
          <StageForm stage={null} data={data} selection={selection} />
        </Panel>
      )
    case 'newMilestone':
      return (
        <Panel title={t('milestone.new')} {...frame}>
          <MilestoneForm milestone={null} stage={open.stage} data={data} selection={selection} />
        </Panel>
      )
    case 'newRequirement':
      return (
        <Panel title={t('requirement.new')} {...frame}>
          <RequirementForm requirement={null} stage={open.stage} data={data} selection={selection} />
        </Panel>
      )
    default:
      return null
  }
}
