import { IconDots } from '@tabler/icons-react'
import { type FocusEvent, type KeyboardEvent, memo, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListActs } from '#renderer/fields/list-types.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRowEvents } from '#renderer/ui/use-row-events.ts'
import { rowOf, useRowFocus } from '#renderer/ui/use-row-focus.ts'
import { finishOf, statusOn } from '#shared/domain/calendar/done.ts'
import { iceFormula, iceScore } from '#shared/domain/states/ice-score.ts'
import { dueRetro, newestRetro } from '#shared/domain/states/impact-retro.ts'
import type { ItemView } from '#shared/model/entities.ts'
import type { InitiativeFields } from '#shared/model/initiative.ts'
import classes from './board.module.css'
import { ASIDE, type BoardColumn, boardColumns, cardByKey, type InitiativeStatus } from './board-columns.ts'
import { useKeyedMoves } from './keyed-moves.ts'
import { useCardDrag } from './use-card-drag.ts'
import { useChangeTexts } from './use-change-text.ts'

type Initiative = ItemView<'initiative'>

/** Nothing is selected on a board. */
const NO_CHOICE = { toggle: () => {}, extend: () => {}, end: () => {} }
const NO_TABLE = { getIsSomeRowsSelected: () => false }

interface InitiativeBoardProps {
  items: Initiative[]
  acts: ListActs<Initiative, Partial<InitiativeFields>>
  selection: Selection
}

interface MovedBoard extends InitiativeBoardProps {
  columns: readonly BoardColumn<Initiative>[]
  moves: Pick<ReturnType<typeof useKeyedMoves>, 'step' | 'settle'>
}

/** Moves, opens and changes the cards: by keys, by the mouse, by dragging. */
function useBoardEvents({ items, acts, selection, columns: drawn, moves }: MovedBoard) {
  const today = useToday()
  const columns = useMemo(() => drawn.map(({ items: own }) => own.map(({ uid }) => uid)), [drawn])
  const order = useMemo(() => columns.flat(), [columns])
  const focus = useRowFocus<HTMLDivElement>(order, selection.item, (from, key) => cardByKey(columns, from, key))
  const put = (uid: string, status: InitiativeStatus) => {
    const moved = items.filter((item) => item.uid === uid && statusOn(item, today, 'running') !== status)
    if (moved.length > 0) acts.change(moved, { patch: { status } })
  }
  const menu = { label: '', open: acts.openMenu }
  const events = useRowEvents<Initiative>(
    { onOpen: selection.open, menu, onRowKey: acts.onRowKey },
    { table: NO_TABLE, focus, choice: NO_CHOICE },
  )
  const drag = useCardDrag(put)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = ASIDE[event.key]
    const uid = rowOf(event.target)
    if (uid === null || step === undefined || !event.shiftKey) return events.onKeyDown(event)
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    event.preventDefault()
    const status = drawn[columns.findIndex((column) => column.includes(uid))]?.status
    if (status !== undefined) moves.step({ uid, status }, step)
  }
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === 'Shift') moves.settle()
  }
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    focus.events.onBlur(event)
    const uid = rowOf(event.target)
    // Afterwards, because a card that is drawn anew in another column keeps the focus.
    queueMicrotask(() => {
      if (rowOf(document.activeElement) !== uid || !document.hasFocus()) moves.settle()
    })
  }
  return { focus, events: { ...events, ...drag, ...focus.events, onBlur, onKeyDown, onKeyUp } }
}

/** The initiatives by their state: each a card that is moved from one to the next. */
export function InitiativeBoard({ items: current, acts, selection }: InitiativeBoardProps) {
  const { t } = useTranslation('initiatives')
  const today = useToday()
  const format = useFormat()
  const { changeText } = useChangeTexts()
  const items = useDeferredValue(current)
  const { move, ...moves } = useKeyedMoves(items, (item, status, onFailed) =>
    acts.change([item], { patch: { status } }, onFailed),
  )
  const columns = useMemo(() => boardColumns(items, today, move), [items, today, move])
  const { focus, events } = useBoardEvents({ items, acts, selection, columns, moves })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div ref={focus.frame} role="group" aria-label={t('view.board')} className={classes.board} {...events}>
      {columns.map(({ status, items: own }) => (
        <section key={status} className={classes.column} data-column={status} aria-labelledby={`board-${status}`}>
          <h2 id={`board-${status}`} className={classes.heading}>
            {t(`status.${status}`)} <span className={classes.quiet}>{format.number(own.length)}</span>
          </h2>
          {own.length === 0 && <p className={classes.none}>{t('board.none')}</p>}
          <ul className={classes.cards}>
            {own.map((item) => (
              <Card
                key={item.uid}
                item={item}
                expected={item.expectedChange === null ? '' : changeText(item, item.expectedChange)}
                isOpen={item.uid === selection.item}
                isActive={item.uid === focus.active}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface CardProps {
  item: Initiative
  /** The expected change in the unit of the metric; empty = nothing is expected. */
  expected: string
  isOpen: boolean
  /** It is the stop of the Tab key. */
  isActive: boolean
}

function DrawnCard({ item, expected, isOpen, isActive }: CardProps) {
  const { t } = useTranslation('common')
  const nameId = `card-${item.uid}`
  return (
    <li className={classes.card} data-row={item.uid} data-open={isOpen || undefined} draggable>
      <button
        type="button"
        id={nameId}
        className={classes.open}
        data-uid={item.uid}
        data-control="open"
        tabIndex={isActive ? 0 : -1}
        aria-current={isOpen}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
      >
        {item.title}
      </button>
      <div className={classes.top}>
        <Score item={item} />
        <button
          type="button"
          className={`${classes.dots} no-print`}
          data-control="menu"
          aria-label={t('list.actions')}
          aria-describedby={nameId}
          aria-haspopup="menu"
          tabIndex={-1}
        >
          <IconDots size={16} aria-hidden />
        </button>
      </div>
      <CardFacts item={item} expected={expected} />
    </li>
  )
}

const Card = memo(DrawnCard)

/** What a column does not say of its card: that the end is ahead or unknown, and how the retros stand. */
function useStateWords(item: Initiative): { words: string; isDue: boolean } {
  const { t } = useTranslation(['initiatives', 'common'])
  const format = useFormat()
  const today = useToday()
  const finish = finishOf(item, today)
  const due = dueRetro(item, today)
  const newest = newestRetro(item)
  if (finish === 'undated')
    return { words: t('common:planned.undated', { status: t(`status.${item.status}`) }), isDue: true }
  if (finish === 'planned' && item.endDay !== null)
    return { words: t('common:planned.until', { day: format.day(item.endDay) }), isDue: false }
  if (due !== null) return { words: t('retro.isDue', { days: due.after }), isDue: true }
  return {
    words: newest === null ? '' : t('board.decided', { decision: t(`decision.${newest.decision}`).toLowerCase() }),
    isDue: false,
  }
}

function Score({ item }: { item: Initiative }) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const score = iceScore(item)
  if (score === null) return <span>{t('board.unrated')}</span>
  return <span title={iceFormula(item)}>{t('board.score', { score: format.number(score) })}</span>
}

/** The metric with what is expected of it, and what is due. */
function CardFacts({ item, expected }: Pick<CardProps, 'item' | 'expected'>) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const { words, isDue } = useStateWords(item)
  const metric = item.refs.find(({ uid }) => uid === item.metricUid)
  return (
    <div className={classes.facts}>
      {metric !== undefined && <span>{format.text(metric.title)}</span>}
      {expected !== '' && <span>{t('board.expected', { change: expected })}</span>}
      {words !== '' && <span className={isDue ? classes.due : ''}>{words}</span>}
    </div>
  )
}
