import { type KeyboardEvent, memo, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlannedBadge } from '#renderer/fields/planned-badge.tsx'
import { hasModifier, isPressed } from '#renderer/lib/keys.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { hasArrivedByKeys } from '#renderer/ui/arrival.ts'
import type { BoardColumn } from '#shared/domain/achievements/board.ts'
import type { ItemView } from '#shared/model/entities.ts'
import classes from './board.module.css'
import { useEffectLine } from './change-words.ts'

type Achievement = ItemView<'achievement'>

interface AchievementBoardProps {
  /** Name of the board for screen readers. */
  label: string
  columns: (BoardColumn<Achievement> & { title: string })[]
  /** The title of a column says the year. */
  isOfYears?: boolean
  selection: Selection
}

/** The card a key leads to: up and down within a column, left and right to the card at the same height. */
function cardByKey(key: string, columns: AchievementBoardProps['columns'], uid: string): string | undefined {
  const column = columns.findIndex(({ items }) => items.some((item) => item.uid === uid))
  const own = columns[column]?.items ?? []
  const row = own.findIndex((item) => item.uid === uid)
  const beside = (items: Achievement[] = []) => items[Math.min(row, items.length - 1)]?.uid
  switch (key) {
    case 'ArrowDown':
      return own[row + 1]?.uid
    case 'ArrowUp':
      return own[row - 1]?.uid
    case 'ArrowRight':
      return beside(columns[column + 1]?.items)
    case 'ArrowLeft':
      return beside(columns[column - 1]?.items)
    case 'Home':
      return own[0]?.uid
    case 'End':
      return own.at(-1)?.uid
    default:
      return undefined
  }
}

const KEYS = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Home', 'End']

/** The card that is the board's one stop of the Tab key, and the keys that move it. */
function useCardFocus({ columns, selection }: AchievementBoardProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<string | null>(null)
  const has = (uid: string | null) => columns.some(({ items }) => items.some((item) => item.uid === uid))
  const active = has(last) ? last : has(selection.item) ? selection.item : (columns[0]?.items[0]?.uid ?? null)
  const focus = (uid: string | null | undefined) => {
    if (uid) frame.current?.querySelector<HTMLElement>(`[data-uid="${CSS.escape(uid)}"]`)?.focus()
  }
  const onFirstDrawn = useEffectEvent(() => {
    if (hasArrivedByKeys()) focus(active)
  })
  useEffect(() => onFirstDrawn(), [])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { uid } = (event.target as HTMLElement).dataset
    if (uid === undefined) return
    if (isPressed('E', event.nativeEvent)) selection.edit(uid)
    else if (KEYS.includes(event.key) && !hasModifier(event)) focus(cardByKey(event.key, columns, uid))
    else return
    event.preventDefault()
  }
  return { frame, active, setLast, onKeyDown }
}

/** Achievements as cards in columns. The board scrolls sideways within the page. */
export function AchievementBoard(props: AchievementBoardProps) {
  const { label, columns, isOfYears = false, selection } = props
  const { frame, active, setLast, onKeyDown } = useCardFocus(props)
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field set, its cards are no fields
    <div ref={frame} className={classes.board} role="group" aria-label={label} onKeyDown={onKeyDown}>
      {columns.map(({ key, title, items }) => (
        <section key={key} className={classes.column} aria-label={title}>
          <h2 className={classes.title}>
            {title} <span className={classes.count}>{items.length}</span>
          </h2>
          <ul className={classes.cards}>
            {items.map((item) => (
              <Card
                key={item.uid}
                item={item}
                isOfYear={isOfYears}
                isOpen={item.uid === selection.item}
                isStop={item.uid === active}
                onOpen={selection.open}
                onFocus={setLast}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface CardProps {
  item: Achievement
  isOfYear: boolean
  isOpen: boolean
  isStop: boolean
  onOpen: (uid: string) => void
  onFocus: (uid: string) => void
}

/** Drawn anew only when it changes itself: a board may hold thousands. */
const Card = memo(function Card({ item, isOfYear, isOpen, isStop, onOpen, onFocus }: CardProps) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  const effect = useEffectLine()(item)
  return (
    <li className={classes.card} data-open={isOpen || undefined}>
      <button
        type="button"
        className={classes.open}
        data-uid={item.uid}
        aria-current={isOpen}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onOpen(item.uid)}
        onFocus={() => onFocus(item.uid)}
      >
        {item.title}
      </button>
      {effect !== '' && <div className={classes.effect}>{effect}</div>}
      <div className={classes.quiet}>
        {`${t(`scope.${item.scope}`)} · ${isOfYear ? format.shortDay(item.day) : format.day(item.day)}`}{' '}
        <PlannedBadge day={item.day} />
      </div>
    </li>
  )
})
