import { IconDots } from '@tabler/icons-react'
import { memo, type RefObject, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlannedBadge } from '#renderer/fields/planned-badge.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Point } from '#renderer/ui/table-types.ts'
import { type ListHandle, WindowedList } from '#renderer/ui/windowed-list.tsx'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { dayIndexOf, type OrderedDay } from '#shared/domain/calendar/day-order.ts'
import { dayGeometry } from './day-geometry.ts'
import classes from './journal-list.module.css'
import { type JournalView, lineAt } from './journal-view.ts'
import { LineMenu, type OpenMenu } from './line-menu.tsx'
import type { JournalListState } from './use-journal-list.ts'
import type { LineChoice } from './use-line-choice.ts'
import { useLineEvents } from './use-line-events.ts'
import type { LineWrites } from './use-line-writes.ts'

interface JournalListProps {
  list: JournalListState & { view: JournalView }
  choice: LineChoice
  writes: LineWrites
  selection: Selection
  handle: RefObject<ListHandle | null>
}

/** The entries under their days. Only visible rows are in the document, whatever the length of the list. */
export function JournalList({ list, choice, writes, selection, handle }: JournalListProps) {
  const { t } = useTranslation('journal')
  const { view, pages } = list
  const geometry = useMemo(() => dayGeometry(view.order), [view.order])
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const onMenu = (line: ActivityLine, row: number, at: Point) => setMenu({ line, row, at })
  const events = useLineEvents({ list, handle, choice, writes, selection, onMenu })
  return (
    <div className={classes.rows} data-choosing={choice.chosen.size > 0} {...events}>
      <WindowedList
        key={JSON.stringify(view.filter)}
        label={t('title')}
        geometry={geometry}
        version={view.stamp}
        placeOf={list.placeOf}
        isHeld={selection.item !== null || menu !== null}
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
                <LineRow
                  line={line}
                  row={row}
                  isSelected={line.uid === selection.item}
                  isChosen={choice.chosen.has(line.uid)}
                  isActive={isActive}
                />
              )}
            </>
          )
        }}
      />
      <LineMenu
        {...{ menu, choice, writes, selection }}
        onClose={() => {
          setMenu(null)
          handle.current?.focus()
        }}
      />
    </div>
  )
}

/** A day and the total time of its entries that the filter finds. */
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
  row: number
  isSelected: boolean
  isChosen: boolean
  isActive: boolean
}

/** The list handles changes of all checkboxes, so a single one needs no handler. */
const heardByList = () => {}

const LineRow = memo(function LineRow({ line, row, isSelected, isChosen, isActive }: LineRowProps) {
  const { t } = useTranslation('common')
  const tabIndex = isActive ? 0 : -1
  const nameId = `line-${line.uid}`
  return (
    <div className={classes.row} data-row={row} data-chosen={isChosen}>
      <label className={classes.pick}>
        <input
          type="checkbox"
          data-control="pick"
          aria-label={t('list.selectOne', { title: line.title })}
          tabIndex={tabIndex}
          checked={isChosen}
          onChange={heardByList}
        />
      </label>
      <button
        type="button"
        id={nameId}
        className={classes.line}
        data-uid={line.uid}
        data-control="open"
        tabIndex={tabIndex}
        aria-current={isSelected}
      >
        <LineFacts line={line} />
      </button>
      <button
        type="button"
        className={classes.dots}
        data-control="menu"
        aria-label={t('list.actions')}
        aria-describedby={nameId}
        aria-haspopup="menu"
        tabIndex={tabIndex}
      >
        <IconDots size={16} aria-hidden />
      </button>
    </div>
  )
})

/** The facts of an entry: title, subject, kind, time. */
export function LineFacts({ line }: { line: ActivityLine }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  return (
    <>
      <span className={classes.title}>
        {line.title}
        {line.refs.length > 0 && (
          <span className={classes.refs}>{line.refs.map((ref) => format.title(ref)).join(', ')}</span>
        )}
      </span>
      <span className={classes.kind}>{line.kind === null ? t('noKind') : t(`activityKind.${line.kind}`)}</span>
      <span className={classes.minutes}>{format.minutes(line.minutes)}</span>
    </>
  )
}

/** A row whose entry is being read. */
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
