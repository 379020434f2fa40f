import 'dayjs/locale/ru'
import { DatePicker } from '@mantine/dates'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { WorkspaceContext } from '#renderer/lib/workspace.ts'
import type { Day } from '#shared/model/common.ts'

interface CalendarFieldProps {
  /** null = no day is chosen, and the present month is shown. */
  value: Day | null
  /** The latest allowed day. */
  max?: Day | undefined
  onChange: (day: Day | null) => void
}

/** A month to choose a day from, in the language of the page and with the workspace's first day of the week. */
export function CalendarField({ value, max, onChange }: CalendarFieldProps) {
  const { i18n } = useTranslation()
  // During the first run there is no workspace yet.
  const firstDayOfWeek = useContext(WorkspaceContext)?.settings.weekStartsOn ?? 1
  return (
    <DatePicker
      locale={i18n.language}
      firstDayOfWeek={firstDayOfWeek}
      value={value}
      {...(value !== null && { defaultDate: value })}
      {...(max !== undefined && { maxDate: max })}
      onChange={onChange}
    />
  )
}
