import { Text } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, useCallback, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListActs } from '#renderer/fields/list-types.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Board } from '#renderer/ui/board.tsx'
import { ASIDE } from '#renderer/ui/card-by-key.ts'
import { useBoard } from '#renderer/ui/use-board.ts'
import { rowOf } from '#renderer/ui/use-row-focus.ts'
import { finishOf, statusOn } from '#shared/domain/calendar/done.ts'
import { iceFormula, iceScore } from '#shared/domain/states/ice-score.ts'
import { dueRetro, newestRetro } from '#shared/domain/states/impact-retro.ts'
import type { ItemView } from '#shared/model/entities.ts'
import type { InitiativeFields } from '#shared/model/initiative.ts'
import { type BoardColumn, boardColumns } from './board-columns.ts'
import { useKeyedMoves } from './keyed-moves.ts'
import { useCardDrag } from './use-card-drag.ts'
import { useChangeTexts } from './use-change-text.ts'

type Initiative = ItemView<'initiative'>

interface InitiativeBoardProps {
  items: Initiative[]
  acts: ListActs<Initiative, Partial<InitiativeFields>>
  selection: Selection
}

interface MovedBoard extends InitiativeBoardProps {
  columns: readonly BoardColumn<Initiative>[]
  moves: Pick<ReturnType<typeof useKeyedMoves>, 'step' | 'settle'>
}

/** The board, on which cards are also moved to another state, by keys and by dragging. */
function useMovedBoard({ items, acts, selection, columns: drawn, moves }: MovedBoard) {
  const { t } = useTranslation('common')
  const today = useToday()
  const columns = useMemo(() => drawn.map(({ items: own }) => own.map(({ uid }) => uid)), [drawn])
  const menu = { label: t('list.actions'), open: acts.openMenu }
  const board = useBoard(columns, selection.item, { onOpen: selection.open, menu, onRowKey: acts.onRowKey })
  const drag = useCardDrag((uid, status) => {
    const moved = items.filter((item) => item.uid === uid && statusOn(item, today, 'running') !== status)
    if (moved.length > 0) acts.change(moved, { patch: { status } })
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = ASIDE[event.key]
    const uid = rowOf(event.target)
    if (uid === null || step === undefined || !event.shiftKey) return board.events.onKeyDown(event)
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    event.preventDefault()
    const status = drawn[columns.findIndex((column) => column.includes(uid))]?.status
    if (status !== undefined) moves.step({ uid, status }, step)
  }
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === 'Shift') moves.settle()
  }
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    board.events.onBlur(event)
    const uid = rowOf(event.target)
    // Afterwards, because a card that is drawn anew in another column keeps the focus.
    queueMicrotask(() => {
      if (rowOf(document.activeElement) !== uid || !document.hasFocus()) moves.settle()
    })
  }
  return { ...board, events: { ...board.events, ...drag, onBlur, onKeyDown, onKeyUp } }
}

/** The initiatives by their state: each a card that is moved from one to the next. */
export function InitiativeBoard({ items: current, acts, selection }: InitiativeBoardProps) {
  const { t } = useTranslation(['initiatives', 'common'])
  const today = useToday()
  const { changeText } = useChangeTexts()
  const items = useDeferredValue(current)
  const { move, ...moves } = useKeyedMoves(items, (item, status, onFailed) =>
    acts.change([item], { patch: { status } }, onFailed),
  )
  const columns = useMemo(() => boardColumns(items, today, move), [items, today, move])
  const board = useMovedBoard({ items, acts, selection, columns, moves })
  const factsOf = useCallback(
    (item: Initiative) => (
      <CardFacts item={item} expected={item.expectedChange === null ? '' : changeText(item, item.expectedChange)} />
    ),
    [changeText],
  )
  return (
    <Board
      label={t('view.board')}
      columns={columns.map(({ status, items: own }) => ({ key: status, title: t(`status.${status}`), items: own }))}
      board={board}
      selected={selection.item}
      factsOf={factsOf}
      menuLabel={t('common:list.actions')}
      none={t('board.none')}
      isWrapped
      moveKeys="Shift+ArrowLeft Shift+ArrowRight"
    />
  )
}

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

interface CardFactsProps {
  item: Initiative
  /** The expected change in the unit of the metric; empty = nothing is expected. */
  expected: string
}

/** The score, the metric with what is expected of it, and what is due. */
function CardFacts({ item, expected }: CardFactsProps) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const { words, isDue } = useStateWords(item)
  const metric = item.refs.find(({ uid }) => uid === item.metricUid)
  const score = iceScore(item)
  return (
    <>
      <div title={score === null ? undefined : iceFormula(item)}>
        {score === null ? t('board.unrated') : t('board.score', { score: format.number(score) })}
      </div>
      {metric !== undefined && <div>{format.text(metric.title)}</div>}
      {expected !== '' && <div>{t('board.expected', { change: expected })}</div>}
      {words !== '' && (
        <Text component="div" inherit {...(isDue && { c: 'var(--kurs-warn)' })}>
          {words}
        </Text>
      )}
    </>
  )
}
