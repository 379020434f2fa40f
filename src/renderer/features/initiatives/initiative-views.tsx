import { Group, SegmentedControl } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '#renderer/fields/print-button.tsx'

const VIEWS = ['list', 'board', 'roadmap', 'calibration'] as const
export type InitiativeView = (typeof VIEWS)[number]

const viewOf = (text: string | null): InitiativeView => VIEWS.find((view) => view === text) ?? 'list'

/** How the initiatives are shown; the choice is remembered. */
export function useInitiativeView(): [view: InitiativeView, choose: (view: InitiativeView) => void] {
  const [stored, store] = useLocalStorage<string>({
    key: 'kurs.initiatives-view',
    defaultValue: 'list',
    getInitialValueInEffect: false,
  })
  return [viewOf(stored), store]
}

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
        onChange={(value) => onView(viewOf(value))}
        data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
      />
      {view !== 'list' && <PrintButton variant="default" />}
    </Group>
  )
}
