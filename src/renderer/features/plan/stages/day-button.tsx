import { Popover } from '@mantine/core'
import { useState } from 'react'
import { CalendarField } from '#renderer/fields/calendar-field.tsx'
import type { Day } from '#shared/model/common.ts'
import classes from './milestone-list.module.css'

interface DayButtonProps {
  day: Day
  text: string
  /** Name for screen readers: what the day is of. */
  label: string
  tone?: 'warn' | undefined
  /** The latest allowed day. */
  max?: Day
  onChange: (day: Day) => void
}

/** A day in a row that can be changed in place. */
export function DayButton({ day, text, label, tone, max, onChange }: DayButtonProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={classes.day}
          data-tone={tone}
          aria-label={label}
          onClick={() => setOpened(!opened)}
        >
          {text}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <CalendarField
          value={day}
          max={max}
          onChange={(chosen) => {
            setOpened(false)
            if (chosen !== null && chosen !== day) onChange(chosen)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
