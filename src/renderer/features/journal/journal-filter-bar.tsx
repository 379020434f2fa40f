import { Group, MultiSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { useFieldMessage } from '#renderer/lib/use-item-form.ts'
import type { JournalFilter } from '#shared/contract/journal.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'

interface JournalFilterBarProps {
  filter: JournalFilter
  onChange: (filter: JournalFilter) => void
  /** More that stands in the same row. */
  children?: ReactNode
}

/** The filter without the conditions that say nothing. */
function clean(filter: { [Name in keyof JournalFilter]: JournalFilter[Name] | null }): JournalFilter {
  const said = Object.entries(filter).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said)
}

/** Text, kinds and period. */
export function JournalFilterBar({ filter, onChange, children }: JournalFilterBarProps) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const [text, setText] = useState(filter.text ?? '')
  const search = useDebouncedCallback((next: string) => onChange(clean({ ...filter, text: next })), 150)
  const [days, setDays] = useState<{ from: string | null; to: string | null }>({ from: null, to: null })
  const setDay = (name: 'from' | 'to', day: string | null) => {
    setDays({ ...days, [name]: day })
    if (day === null || isCalendarDay(day)) onChange(clean({ ...filter, [name]: day }))
  }
  const message = useFieldMessage()
  const problem = (day: string | null) => (day !== null && !isCalendarDay(day) ? message('day.invalid') : undefined)
  return (
    // On paper only where something is filtered: then it says what.
    <Group gap="sm" pb="xs" className={Object.keys(filter).length > 0 ? '' : 'no-print'}>
      <TextInput
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        leftSection={<IconSearch size={16} />}
        w={240}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <MultiSelect
        aria-label={t('field.kind')}
        placeholder={filter.kinds === undefined ? t('filter.kinds') : ''}
        clearable
        maw={360}
        data={ActivityKind.options.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
        value={filter.kinds ?? []}
        onChange={(kinds) => onChange(clean({ ...filter, kinds: kinds as ActivityKind[] }))}
      />
      <DayField
        aria-label={t('filter.from')}
        placeholder={t('filter.from')}
        w={140}
        value={days.from}
        error={problem(days.from)}
        onChange={(day) => setDay('from', day)}
      />
      <DayField
        aria-label={t('filter.to')}
        placeholder={t('filter.to')}
        w={140}
        value={days.to}
        error={problem(days.to)}
        onChange={(day) => setDay('to', day)}
      />
      {children}
    </Group>
  )
}
