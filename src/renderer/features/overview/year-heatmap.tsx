import { type KeyboardEvent, type MouseEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenJournal } from '#renderer/fields/journal-link.tsx'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { focusByArrows } from '#renderer/ui/focus-by-arrows.ts'
import type { YearTotals } from '#shared/contract/overview.ts'
import { yearHeatmap } from '#shared/domain/calendar/calendar.ts'
import { monthDays, yearDays } from '#shared/domain/calendar/journal-days.ts'
import classes from './overview.module.css'

/** Days and months that an arrow key moves by. */
const DAY_STEPS = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 }
const MONTH_STEPS = { ArrowLeft: -1, ArrowRight: 1 }

const CELL = 14
const GAP = 3
const TOP = 16

/** Minutes from which a day counts as light, medium, strong, very strong. */
const STEPS = [1, 45, 90, 180]

const CLASSES = [classes.cell0, classes.cell1, classes.cell2, classes.cell3, classes.cell4]

const toClass = (minutes: number) => CLASSES[STEPS.filter((step) => minutes >= step).length]

/** Opens the clicked day or month, or the one selected by keys. */
function useOpening() {
  const openJournal = useOpenJournal()
  const openAt = (place: EventTarget) => {
    const { day, month } = (place as SVGElement).dataset
    if (day !== undefined) openJournal({ from: day, to: day })
    if (month !== undefined) openJournal(monthDays(month))
  }
  return {
    onClick: ({ target }: MouseEvent) => openAt(target),
    onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => {
      if (event.key === 'Enter') openAt(event.target)
      const isMonth = 'month' in (event.target as SVGElement).dataset
      focusByArrows(event, isMonth ? '[data-month]' : '[data-day]', isMonth ? MONTH_STEPS : DAY_STEPS)
    },
  }
}

/**
 * Every day of a year as a cell, with a stronger colour for more time; a day and the name of a month open their journal
 * entries.
 */
export function YearHeatmap({ year }: { year: YearTotals }) {
  const { t } = useTranslation('overview')
  const { settings } = useWorkspace()
  const weeks = useMemo(() => yearHeatmap(year.year, settings.weekStartsOn), [settings.weekStartsOn, year.year])
  const minutes = useMemo(() => new Map(year.byDay.map((day) => [day.day, day.minutes])), [year.byDay])
  const today = useToday()
  const { to: last } = yearDays(year.year)
  // The first stop of the Tab key: today, or the last day of another year.
  const first = last < today || today.slice(0, 4) !== last.slice(0, 4) ? last : today
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fields */}
      <svg
        className={classes.heatmap}
        viewBox={`0 0 ${weeks.length * (CELL + GAP)} ${TOP + 7 * (CELL + GAP)}`}
        role="group"
        aria-label={`${t('year.heatmap')}: ${t('year.finding', { count: year.activeDays })}`}
        {...useOpening()}
      >
        {weeks.map((days, week) => (
          <Week key={days.find(Boolean)} {...{ days, minutes, first }} x={week * (CELL + GAP)} />
        ))}
      </svg>
      <div className={classes.legend} aria-hidden>
        {t('year.less')}
        {CLASSES.map((name) => (
          <svg key={name} width={12} height={12} aria-hidden="true">
            <rect width={12} height={12} rx={2} className={name} />
          </svg>
        ))}
        {t('year.more')}
      </div>
    </>
  )
}

interface WeekProps {
  days: (string | null)[]
  minutes: ReadonlyMap<string, number>
  /** The day that the Tab key stops at. */
  first: string
  /** Pixels from the left. */
  x: number
}

/** A column of the heatmap, under the name of a month that begins in it. */
function Week({ days, minutes, first, x }: WeekProps) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const month = days.find((day) => day?.endsWith('-01'))
  const label = (day: string) => {
    const spent = minutes.get(day)
    return spent === undefined
      ? t('year.dayNothing', { day: format.day(day) })
      : t('year.dayTotal', { day: format.day(day), time: format.minutes(spent) })
  }
  return (
    <>
      {month && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing has no links of its own
        <text
          x={x}
          y={10}
          role="link"
          data-month={month.slice(0, 7)}
          tabIndex={month.slice(0, 7) === first.slice(0, 7) ? 0 : -1}
          aria-label={`${format.monthName(month)} ${month.slice(0, 4)}`}
        >
          {format.monthName(month)}
        </text>
      )}
      {days.map(
        (day, row) =>
          day !== null && (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <rect
              key={day}
              x={x}
              y={TOP + row * (CELL + GAP)}
              width={CELL}
              height={CELL}
              rx={2}
              className={toClass(minutes.get(day) ?? 0)}
              role="link"
              data-day={day}
              tabIndex={day === first ? 0 : -1}
              aria-label={label(day)}
            >
              <title>{label(day)}</title>
            </rect>
          ),
      )}
    </>
  )
}
