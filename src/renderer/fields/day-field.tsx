import { ActionIcon, Anchor, Popover, Text } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { WorkspaceContext } from '#renderer/lib/workspace.ts'
import { readDayText } from '#shared/domain/reading/read-day.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import { CalendarField } from './calendar-field.tsx'
import { ReadingField, type ReadingInput } from './reading-field.tsx'

interface DayFieldProps extends ReadingInput<string> {
  /** The day may be in the future: without a year the nearest one is meant; otherwise the latest one in the past. */
  planned?: boolean
  /**
   * The field starts with today. Any other day is shown in words with a button to set today, so that an outdated day is
   * noticed.
   */
  happened?: boolean
}

/** `YYYY-MM-DD`, or the typed text while it is not a day. */
const isDay = (value: string): value is string => isCalendarDay(value)

const inFigures = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`

/**
 * A day, typed in any form that quick add reads or picked from a calendar. Typed text is never discarded: an impossible
 * day stays in the field and fails the form's rules. A word such as *yesterday* is resolved on the day it was typed,
 * however long the form stays open.
 */
export function DayField({ planned = false, happened = false, onChange, value = null, ...rest }: DayFieldProps) {
  const { t } = useTranslation(['common', 'errors'])
  const format = useFormat()
  const today = useToday()
  const weekStartsOn = useContext(WorkspaceContext)?.settings.weekStartsOn ?? 1
  const [opened, setOpened] = useState(false)
  const valid = value !== null && isCalendarDay(value)
  const reading = (text: string) => readDayText(text, { today, weekStartsOn, planned })
  const picker = (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('form.calendar')} onClick={() => setOpened(!opened)}>
          <IconCalendar size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <CalendarField
          value={valid ? value : null}
          onChange={(day) => {
            onChange?.(day)
            setOpened(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
  const field = (
    <ReadingField
      placeholder={t('form.dayFormat')}
      {...rest}
      value={value}
      onChange={(next) => onChange?.(next)}
      isValue={isDay}
      read={(text) => {
        const day = reading(text)
        return day === 'impossible' ? null : day
      }}
      print={inFigures}
      explain={(text, day) =>
        [day, inFigures(day)].includes(text.trim()) ? null : t('form.readAs', { value: format.day(day) })
      }
      unreadable={(text) =>
        reading(text) === 'impossible' ? t('errors:field.day.invalid') : t('errors:field.day.unreadable')
      }
      rightSection={picker}
    />
  )
  if (!happened) return field
  return (
    <div>
      {field}
      <OtherDay day={valid ? value : null} today={today} onToday={() => onChange?.(today)} />
    </div>
  )
}

interface OtherDayProps {
  /** null while the text is not a day. */
  day: string | null
  today: string
  onToday: () => void
}

/** Says that a day is not today, with a button to set today. */
function OtherDay({ day, today, onToday }: OtherDayProps) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const isOther = day !== null && day !== today
  return (
    <Text size="xs" c="dimmed" mt={4} role="status">
      {isOther && (
        <>
          {`${format.distantDay(day, today)}. `}
          <Anchor component="button" type="button" size="xs" onClick={onToday}>
            {t('form.setToday')}
          </Anchor>
        </>
      )}
    </Text>
  )
}
