import { Button, Group, Menu, TextInput } from '@mantine/core'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { ItemPicker } from '#renderer/fields/item-picker.tsx'
import { useFieldMessage } from '#renderer/lib/use-item-form.ts'
import { useKeptText } from '#renderer/lib/use-kept-text.ts'
import { type JournalFilter, JournalKind } from '#shared/contract/journal.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import { PeriodMenu } from './period-menu.tsx'
import { SUBJECT_TYPES } from './subject-types.ts'
import { TagPicker } from './tag-picker.tsx'
import { useKindWord } from './use-filter-words.ts'
import type { SetFilter } from './use-journal-filter.ts'

interface JournalFilterBarProps {
  filter: JournalFilter
  onChange: SetFilter
  /** Further controls of the same row. */
  children?: ReactNode
}

/** Controls of the journal filter: text, kinds, subject, tag and period. The active conditions are shown above it. */
export function JournalFilterBar({ filter, onChange, children }: JournalFilterBarProps) {
  const { t } = useTranslation('journal')
  const [text, setText] = useKeptText(filter.text ?? '', (next) => onChange((present) => ({ ...present, text: next })))
  return (
    <Group gap={6} pb="xs" className="no-print">
      <TextInput
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        leftSection={<IconSearch size={16} />}
        w={160}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <KindMenu kinds={filter.kinds ?? []} onChange={(kinds) => onChange((present) => ({ ...present, kinds }))} />
      <ItemPicker
        label={t('filter.about')}
        types={SUBJECT_TYPES}
        onPick={(about) => onChange((present) => ({ ...present, about }))}
      />
      <TagPicker onPick={(tag) => onChange((present) => ({ ...present, tag }))} />
      <PeriodMenu
        from={filter.from}
        to={filter.to}
        onChange={({ from, to }, preset) => onChange((present) => ({ ...present, from, to }), preset)}
      />
      <FilterDay name="from" filter={filter} onChange={onChange} />
      <FilterDay name="to" filter={filter} onChange={onChange} />
      {children}
    </Group>
  )
}

function KindMenu({ kinds, onChange }: { kinds: JournalKind[]; onChange: (kinds: JournalKind[]) => void }) {
  const { t } = useTranslation('journal')
  const kindWord = useKindWord()
  const toggle = (kind: JournalKind) =>
    onChange(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])
  return (
    <Menu position="bottom-start" closeOnItemClick={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" px="sm" rightSection={<IconChevronDown size={14} />}>
          {t('field.kind')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {JournalKind.options.map((kind) => (
          <Menu.CheckboxItem key={kind} checked={kinds.includes(kind)} onChange={() => toggle(kind)}>
            {kindWord(kind)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface FilterDayProps {
  name: 'from' | 'to'
  filter: JournalFilter
  onChange: SetFilter
}

/** One end of the period. Text that is not a day stays in the field and sets no condition. */
function FilterDay({ name, filter, onChange }: FilterDayProps) {
  const { t } = useTranslation('journal')
  const message = useFieldMessage()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <DayField
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      w={120}
      value={typed ?? filter[name] ?? null}
      error={typed === null ? undefined : message('day.invalid')}
      onChange={(day) => {
        const isCondition = day === null || isCalendarDay(day)
        setTyped(isCondition ? null : day)
        if (isCondition) onChange((present) => ({ ...present, [name]: day ?? undefined }))
      }}
    />
  )
}
