import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { focusByArrows } from '#renderer/ui/focus-by-arrows.ts'
import { type DayOrder, dayIndexOf, monthsOf, type OrderedMonth } from '#shared/domain/calendar/day-order.ts'
import classes from './month-scrubber.module.css'

interface Year {
  year: string
  lines: number
  first: number
  months: OrderedMonth[]
}

function yearsOf(order: DayOrder): Year[] {
  const years: Year[] = []
  for (const month of monthsOf(order)) {
    const year = month.month.slice(0, 4)
    if (years.at(-1)?.year !== year) years.push({ year, lines: 0, first: month.first, months: [] })
    const last = years.at(-1) as Year
    last.lines += month.lines
    last.months.push(month)
  }
  return years
}

const STEPS = { ArrowUp: -1, ArrowDown: 1 }

interface MonthScrubberProps {
  order: DayOrder
  /** The first visible row. */
  row: number
  onGo: (row: number) => void
}

/**
 * Years and months with their number of entries, beside the list; a click scrolls there. The visible year shows its
 * months.
 */
export function MonthScrubber({ order, row, onGo }: MonthScrubberProps) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const years = useMemo(() => yearsOf(order), [order])
  const month = order.days[dayIndexOf(order, row)]?.day.slice(0, 7)
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (month !== undefined) frame.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [month])
  return (
    <nav
      ref={frame}
      className={`${classes.years} no-print`}
      aria-label={t('months.label')}
      onKeyDown={(event) => focusByArrows(event, 'button', STEPS)}
    >
      <ul>
        {years.map((year) => {
          const isOpen = year.year === month?.slice(0, 4)
          return (
            <li key={year.year}>
              <button
                type="button"
                className={classes.year}
                tabIndex={-1}
                aria-expanded={isOpen}
                onClick={() => onGo(year.first)}
              >
                {year.year} <Lines count={year.lines} />
              </button>
              {isOpen && (
                <ul>
                  {year.months.map(({ month: key, lines, first }) => (
                    <li key={key}>
                      <button
                        type="button"
                        className={classes.month}
                        tabIndex={key === month ? 0 : -1}
                        aria-current={key === month}
                        onClick={() => onGo(first)}
                      >
                        {format.monthName(`${key}-01`)} <span className="visually-hidden">{key.slice(0, 4)}</span>{' '}
                        <Lines count={lines} />
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** A number of entries; the noun is read by screen readers only. */
function Lines({ count }: { count: number }) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  return (
    <span>
      {format.number(count)} <span className="visually-hidden">{t('months.lines', { count })}</span>
    </span>
  )
}
