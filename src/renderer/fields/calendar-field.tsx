import 'dayjs/locale/ru'
import { DatePicker } from '@mantine/dates'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { WorkspaceContext } from '#renderer/lib/workspace.ts'
import type { Day } from '#shared/model/common.ts'

interface CalendarFieldProps {
  /** null = none is chosen, and the present month is shown. */
  value: Day | null
  /** The latest day that may be chosen. */
  max?: Day | undefined
  onChange: (day: Day | null) => void
}

/** A month to choose a day of, in the language of the page and with the week as it begins in this workspace. */
export function CalendarField({ value, max, onChange }: CalendarFieldProps) {
  const { i18n } = useTranslation()
  // The first evening has no workspace yet.
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
