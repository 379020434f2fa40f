import { Group, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '#renderer/fields/print-button.tsx'

/** How the initiatives are shown. */
export const VIEWS = ['list', 'board', 'roadmap', 'calibration'] as const
export type InitiativeView = (typeof VIEWS)[number]

interface ViewSwitchProps {
  view: InitiativeView
  onView: (view: InitiativeView) => void
}

export function ViewSwitch({ view, onView }: ViewSwitchProps) {
  const { t } = useTranslation('initiatives')
  return (
    <Group justify="space-between" gap="xs" mb="sm" className="no-print">
      <SegmentedControl
        aria-label={t('view.label')}
        value={view}
        onChange={(value) => onView(value as InitiativeView)}
        data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
      />
      {view !== 'list' && <PrintButton variant="default" />}
    </Group>
  )
}
