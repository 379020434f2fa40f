import { memo, type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PlannedBadge } from '#renderer/fields/planned-badge.tsx'
import { useFormat } from '#renderer/lib/use-format.ts'
import { type ListHandle, WindowedList } from '#renderer/ui/windowed-list.tsx'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { dayIndexOf, type OrderedDay } from '#shared/domain/calendar/day-order.ts'
import { dayGeometry } from './day-geometry.ts'
import classes from './journal-list.module.css'
import { type JournalView, lineAt } from './journal-view.ts'
import type { JournalListState } from './use-journal-list.ts'

interface JournalListProps {
  list: JournalListState & { view: JournalView }
  selected: string | null
  onOpen: (uid: string) => void
  handle: Ref<ListHandle>
}

/** The lines under their days; only what is in sight is in the document, whatever the length. */
export function JournalList({ list, selected, onOpen, handle }: JournalListProps) {
  const { t } = useTranslation('journal')
  const { view, pages } = list
  const geometry = useMemo(() => dayGeometry(view.order), [view.order])
  return (
    <WindowedList
      key={JSON.stringify(view.filter)}
      label={t('title')}
      geometry={geometry}
      version={view.stamp}
      placeOf={list.placeOf}
      isHeld={selected !== null}
      onDrawn={list.read}
      handle={handle}
      row={(row, isActive) => {
        const day = view.order.days[dayIndexOf(view.order, row)]
        const line = lineAt(pages, row)
        return (
          <>
            {day?.first === row && <DayHeading day={day} />}
            {line === undefined ? (
              <PendingLine isActive={isActive} />
            ) : (
              <LineRow line={line} isSelected={line.uid === selected} isActive={isActive} onOpen={onOpen} />
            )}
          </>
        )
      }}
    />
  )
}

/** A day and the time of all its lines that the filter finds. */
export const DayHeading = memo(function DayHeading({ day: { day, minutes } }: { day: OrderedDay }) {
  const format = useFormat()
  return (
    <h2 className={classes.day}>
      <span>
        {format.weekDay(day)} {day.slice(0, 4)} <PlannedBadge day={day} />
      </span>
      <span className={classes.minutes}>{format.minutes(minutes)}</span>
    </h2>
  )
})

interface LineRowProps {
  line: ActivityLine
  isSelected: boolean
  isActive: boolean
  onOpen: (uid: string) => void
}

const LineRow = memo(function LineRow({ line, isSelected, isActive, onOpen }: LineRowProps) {
  return (
    <button
      type="button"
      className={classes.line}
      data-uid={line.uid}
      data-control="open"
      tabIndex={isActive ? 0 : -1}
      aria-current={isSelected}
      onClick={() => onOpen(line.uid)}
    >
      <LineFacts line={line} />
    </button>
  )
})

/** What a line says: its title and what it is about, its kind, its time. */
export function LineFacts({ line }: { line: ActivityLine }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  return (
    <>
      <span className={classes.title}>
        {line.title}
        {line.refs.length > 0 && (
          <span className={classes.refs}>{line.refs.map((ref) => format.text(ref.title)).join(', ')}</span>
        )}
      </span>
      <span className={classes.kind}>{line.kind === null ? t('noKind') : t(`activityKind.${line.kind}`)}</span>
      <span className={classes.minutes}>{format.minutes(line.minutes)}</span>
    </>
  )
}

/** A line that is being read. */
export function PendingLine({ isActive }: { isActive: boolean }) {
  const { t } = useTranslation('common')
  return (
    <button
      type="button"
      className={`${classes.line} no-print`}
      data-control="open"
      tabIndex={isActive ? 0 : -1}
      aria-label={t('list.loading')}
      aria-disabled
    >
      <span className={classes.pending} />
    </button>
  )
}
