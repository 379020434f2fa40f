import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCalendarDay } from '#shared/model/common.ts'

interface DayFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** `YYYY-MM-DD`; what was typed while it is not a day; null or empty when there is none. */
  value?: string | null
  onChange?: (value: string | null) => void
}

const FORMS = [/^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/, /^(?<d>\d{1,2})[./](?<m>\d{1,2})[./](?<y>\d{4})$/]

/** What was typed as `YYYY-MM-DD` where it has the form of a day, existing or not; otherwise as it is. */
function toValue(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  for (const form of FORMS) {
    const groups = form.exec(trimmed)?.groups
    if (groups !== undefined) return `${groups.y}-${groups.m?.padStart(2, '0')}-${groups.d?.padStart(2, '0')}`
  }
  return trimmed
}

const toText = (value: string | null | undefined) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value ?? '')
  return match ? `${match[3]}.${match[2]}.${match[1]}` : (value ?? '')
}

/**
 * A day, typed or picked. What was typed is never thrown away: an impossible day stays in the field and the form's rules
 * say so.
 */
export function DayField({ value, onChange, ...rest }: DayFieldProps) {
  const { t } = useTranslation('common')
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const valid = value !== null && value !== undefined && isCalendarDay(value)
  const finish = () => {
    if (typed !== null) onChange?.(toValue(typed))
    setTyped(null)
  }
  const picker = (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('form.calendar')} onClick={() => setOpened(!opened)}>
          <IconCalendar size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={valid ? value : null}
          {...(valid && { defaultDate: value })}
          onChange={(day) => {
            setTyped(null)
            onChange?.(day)
            setOpened(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
  return (
    <TextInput
      placeholder={t('form.dayFormat')}
      {...rest}
      value={typed ?? toText(value)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange?.(toValue(event.currentTarget.value))
      }}
      onBlur={(event) => {
        finish()
        rest.onBlur?.(event)
      }}
      rightSection={picker}
    />
  )
}
