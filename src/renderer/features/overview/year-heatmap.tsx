import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import type { YearTotals } from '#shared/contract/overview.ts'
import { yearHeatmap } from '#shared/domain/calendar/calendar.ts'
import classes from './overview.module.css'

const CELL = 14
const GAP = 3
const TOP = 16

/** Minutes from which a day counts as light, medium, strong, very strong. */
const STEPS = [1, 45, 90, 180]

const CLASSES = [classes.cell0, classes.cell1, classes.cell2, classes.cell3, classes.cell4]

const toClass = (minutes: number) => CLASSES[STEPS.filter((step) => minutes >= step).length]

/** Every day of a year as a cell, stronger with more time. */
export function YearHeatmap({ year }: { year: YearTotals }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { settings } = useWorkspace()
  const weeks = useMemo(() => yearHeatmap(year.year, settings.weekStartsOn), [settings.weekStartsOn, year.year])
  const minutes = useMemo(() => new Map(year.byDay.map((day) => [day.day, day.minutes])), [year.byDay])
  const months = weeks.flatMap((days, week) => days.filter((day) => day?.endsWith('-01')).map((day) => ({ week, day })))
  const label = (day: string) => {
    const spent = minutes.get(day)
    return spent === undefined
      ? t('year.dayNothing', { day: format.day(day) })
      : t('year.dayTotal', { day: format.day(day), time: format.minutes(spent) })
  }
  return (
    <>
      <svg
        className={classes.heatmap}
        viewBox={`0 0 ${weeks.length * (CELL + GAP)} ${TOP + 7 * (CELL + GAP)}`}
        role="img"
        aria-label={`${t('year.heatmap')}: ${t('year.finding', { count: year.activeDays })}`}
      >
        {months.map(({ week, day }) => (
          <text key={day} x={week * (CELL + GAP)} y={10}>
            {format.monthName(day ?? '')}
          </text>
        ))}
        {weeks.flatMap((days, week) =>
          days.map(
            (day, row) =>
              day !== null && (
                <rect
                  key={day}
                  x={week * (CELL + GAP)}
                  y={TOP + row * (CELL + GAP)}
                  width={CELL}
                  height={CELL}
                  rx={2}
                  className={toClass(minutes.get(day) ?? 0)}
                >
                  <title>{label(day)}</title>
                </rect>
              ),
          ),
        )}
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
