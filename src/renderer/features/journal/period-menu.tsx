import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { PERIOD_PRESETS, presetPeriod } from '#shared/domain/calendar/period-presets.ts'

interface Days {
  from?: string | undefined
  to?: string | undefined
}

/** Periods that have a name: the present week, the year of the plan, all days... */
export function PeriodMenu({ from, to, onChange }: Days & { onChange: (days: Days) => void }) {
  const { t } = useTranslation('journal')
  const { query } = useApi()
  const { weekStartsOn } = useWorkspace().settings
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const years = useQuery({ ...query.reviews.years.queryOptions({ input: {} }), enabled: isOpen })
  const planStart = years.data?.at(-1)?.periodStart ?? null
  const periods = PERIOD_PRESETS.flatMap((preset) => {
    const period = presetPeriod(preset, { today, weekStartsOn, planStart })
    return period === null ? [] : [{ preset, days: { from: period.start, to: period.end } }]
  })
  return (
    <Menu position="bottom-start" opened={isOpen} onChange={setOpen} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} />}>
          {t('filter.period')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {periods.map(({ preset, days }) => (
          <Menu.Item
            key={preset}
            rightSection={days.from === from && days.to === to ? <IconCheck size={14} /> : null}
            onClick={() => onChange(days)}
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
