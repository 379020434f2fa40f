import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import listClasses from './journal-list.module.css'
import { DayHeading, LineFacts } from './journal-list.tsx'
import classes from './journal-paper.module.css'
import type { ListPaper } from './use-list-paper.ts'

interface JournalPaperProps {
  paper: ListPaper | null
  /** How many entries are printed when the list is printed as it is drawn; null unless that is so. */
  drawn: number | null
  /** All entries of the list. */
  count: number
}

/** Shown in print only: every entry of the list, and a note about what is left out. */
export function JournalPaper({ paper, drawn, count }: JournalPaperProps) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  if (paper === null) {
    if (drawn === null || drawn >= count) return null
    const numbers = { shown: format.number(drawn), total: format.number(count), count }
    return <p className={classes.note}>{t('paper.asDrawn', numbers)}</p>
  }
  const { lines, view } = paper
  const { count: total, days } = view.order
  const numbers = { shown: format.number(lines.length), total: format.number(total), count: total }
  return (
    <div className={classes.paper} data-paper>
      {lines.length < total && <p className={classes.note}>{t('paper.cut', numbers)}</p>}
      {days
        .filter(({ first }) => first < lines.length)
        .map((day) => (
          <section key={day.day}>
            <DayHeading day={day} />
            {lines.slice(day.first, day.first + day.lines).map((line) => (
              <div key={line.uid} className={listClasses.line} data-line={line.uid}>
                <LineFacts line={line} />
              </div>
            ))}
          </section>
        ))}
    </div>
  )
}
