import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { addYears, dayNumber } from '#shared/domain/calendar/calendar.ts'
import type { DayRange } from '#shared/domain/forecast/forecast-requirement.ts'
import classes from './forecast.module.css'

interface ForecastLineProps {
  today: string
  plannedEnd: string
  /**
   * `range` is what is shown, `scale` what the scale is made for: the scale does not move while something is tried out.
   */
  range: DayRange | null
  scale: DayRange | null
  sentence: string
}

/** Years ahead drawn at most; later days run off the line. */
const LONGEST_YEARS = 15

/** Percent of the line from which the label of a year would run off it. */
const LAST_LABEL = 95

function scaleEnd(today: string, plannedEnd: string, scale: DayRange | null): string {
  const longest = addYears(today, LONGEST_YEARS)
  const days = [addYears(today, 1), plannedEnd, scale?.late ?? (scale === null ? today : longest)]
  const last = days.reduce((a, b) => (a > b ? a : b))
  return last > longest ? longest : addYears(`${last.slice(0, 4)}-01-01`, 1)
}

/** The planned day and the range of the forecast on one line of years. */
export function ForecastLine({ today, plannedEnd, range, scale, sentence }: ForecastLineProps) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  const start = plannedEnd < today ? plannedEnd : today
  const end = scaleEnd(today, plannedEnd, scale)
  const place = (day: string) => {
    const share = (dayNumber(day) - dayNumber(start)) / Math.max(1, dayNumber(end) - dayNumber(start))
    return Math.min(1, Math.max(0, share)) * 100
  }
  const firstYear = Number(start.slice(0, 4)) + 1
  const count = Number(end.slice(0, 4)) - firstYear + 1
  const step = count > 10 ? 2 : 1
  const years = Array.from({ length: Math.ceil(count / step) }, (_, index) => firstYear + index * step).filter(
    (year) => place(`${year}-01-01`) < LAST_LABEL,
  )
  const shown = range !== null && range.median > today ? range : null
  return (
    <div className={classes.line} role="img" aria-label={t('chart', { sentence, day: format.day(plannedEnd) })}>
      <div className={classes.track}>
        {shown && (
          <>
            <div
              className={classes.band}
              style={{ left: `${place(shown.early)}%`, right: `${100 - place(shown.late ?? end)}%` }}
            />
            <div className={classes.median} style={{ left: `${place(shown.median)}%` }} />
          </>
        )}
        <div className={classes.planned} style={{ left: `${place(plannedEnd)}%` }} />
        {years.map((year) => (
          <span key={year} className={classes.year} style={{ left: `${place(`${year}-01-01`)}%` }}>
            {year}
          </span>
        ))}
      </div>
      <div className={classes.legend}>
        {shown && (
          <>
            <span className={classes.bandKey}>{t('legend.range')}</span>
            <span className={classes.medianKey}>{t('legend.median')}</span>
          </>
        )}
        <span className={classes.plannedKey}>{t('legend.planned', { day: format.day(plannedEnd) })}</span>
      </div>
    </div>
  )
}
