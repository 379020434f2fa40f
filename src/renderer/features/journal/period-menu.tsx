import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PERIOD_PRESETS, type PeriodPreset, presetPeriod } from '#shared/domain/calendar/period-presets.ts'
import { usePresent } from './use-journal-filter.ts'

interface Days {
  from?: string | undefined
  to?: string | undefined
}

/** Periods that have a name: the present week, the year of the plan, all days... */
export function PeriodMenu({ from, to, onChange }: Days & { onChange: (days: Days, preset?: PeriodPreset) => void }) {
  const { t } = useTranslation('journal')
  const present = usePresent()
  const periods = PERIOD_PRESETS.flatMap((preset) => {
    const period = presetPeriod(preset, present)
    return period === null ? [] : [{ preset, days: { from: period.start, to: period.end } }]
  })
  return (
    <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" px="sm" rightSection={<IconChevronDown size={14} />}>
          {t('filter.period')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {periods.map(({ preset, days }) => (
          <Menu.Item
            key={preset}
            rightSection={days.from === from && days.to === to ? <IconCheck size={14} /> : null}
            onClick={() => onChange(days, preset)}
          >
            {t(`filter.preset.${preset}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChange({})}>{t('filter.allTime')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
