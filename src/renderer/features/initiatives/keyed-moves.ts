import { useEffect, useEffectEvent, useState } from 'react'
import type { ItemView } from '#shared/model/entities.ts'
import { type InitiativeStatus, STATUSES } from './board-columns.ts'

/** A card that keys move from column to column. */
export interface KeyedMove<Item> {
  uid: string
  /** The state it had before the first step. */
  from: InitiativeStatus
  /** The state in whose column it is shown. */
  status: InitiativeStatus
  /** What was stored when the move was written; null = its steps go on. */
  before: Item | null
}

/** The move after one more step of a card that is shown under `status`; unchanged where there is no further column. */
export function afterStep<Item>(
  move: KeyedMove<Item> | null,
  { uid, status }: { uid: string; status: InitiativeStatus },
  step: number,
): KeyedMove<Item> | null {
  const next = STATUSES[STATUSES.indexOf(status) + step]
  if (next === undefined) return move
  return { uid, from: move?.uid === uid && move.before === null ? move.from : status, status: next, before: null }
}

/** The move that is still shown: one that is written is over once the stored card is another. */
export const shownMove = <Item>(move: KeyedMove<Item> | null, items: readonly Item[]): KeyedMove<Item> | null =>
  move !== null && move.before !== null && !items.includes(move.before) ? null : move

type Initiative = ItemView<'initiative'>

/**
 * Moves cards by keys. A card is shown where its steps lead and written when they are over, as one change: a state that
 * it only passes must not give it the days of that state, such as today as its end.
 */
export function useKeyedMoves(
  items: readonly Initiative[],
  write: (item: Initiative, status: InitiativeStatus, onFailed: () => void) => void,
) {
  const [kept, setKept] = useState<KeyedMove<Initiative> | null>(null)
  const move = shownMove(kept, items)
  const settle = () => {
    if (move === null || move.before !== null) return
    const item = items.find(({ uid }) => uid === move.uid)
    if (item === undefined || move.status === move.from) return setKept(null)
    setKept({ ...move, before: item })
    write(item, move.status, () => setKept(null))
  }
  const onGone = useEffectEvent(settle)
  useEffect(() => () => onGone(), [])
  return {
    move,
    step: (card: { uid: string; status: InitiativeStatus }, by: number) => setKept(afterStep(move, card, by)),
    settle,
  }
}
