import { statusOn } from '#shared/domain/calendar/done.ts'
import { iceScore } from '#shared/domain/states/ice-score.ts'
import type { Day } from '#shared/model/common.ts'
import { type InitiativeFields, initiativeShape } from '#shared/model/initiative.ts'

export type InitiativeStatus = InitiativeFields['status']

/** The states of an initiative, from the idea to its end. */
export const STATUSES = initiativeShape.status.options

type Bet = Pick<InitiativeFields, 'status' | 'endDay' | 'impact' | 'confidence' | 'ease'> & { uid: string }

export interface BoardColumn<Item> {
  status: InitiativeStatus
  items: Item[]
}

/** The strongest first; what is not rated yet comes last. */
const byScore = (one: Bet, other: Bet) => (iceScore(other) ?? 0) - (iceScore(one) ?? 0)

/** What ended last comes first: it is what one looks for among the bets of many years. */
const byEnd = (one: Bet, other: Bet) => (other.endDay ?? '').localeCompare(one.endDay ?? '')

/**
 * The initiatives by their state as of a day, the same as the filter of the list counts them. `moved` is on its way to
 * another state, under which it stands already.
 */
export function boardColumns<Item extends Bet>(
  items: readonly Item[],
  today: Day,
  moved: { uid: string; status: InitiativeStatus } | null = null,
): BoardColumn<Item>[] {
  const stateOf = (item: Item) => (item.uid === moved?.uid ? moved.status : statusOn(item, today, 'running'))
  return STATUSES.map((status) => ({
    status,
    items: items
      .filter((item) => stateOf(item) === status)
      .sort(status === 'done' || status === 'dropped' ? byEnd : byScore),
  }))
}

/** Places by which an arrow key moves within a column, and columns by which it moves on the board. */
const DOWN: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }
export const ASIDE: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * The card a key leads to: within its column, or at the same height in the next column that has cards. Null for a key
 * that does not move; where there is nothing further, it stays.
 */
export function cardByKey(columns: readonly (readonly string[])[], from: string, key: string): string | null {
  const at = columns.findIndex((column) => column.includes(from))
  const column = columns[at] ?? []
  const place = column.indexOf(from)
  if (key === 'Home') return column[0] ?? from
  if (key === 'End') return column.at(-1) ?? from
  if (DOWN[key] !== undefined) return column[place + DOWN[key]] ?? from
  if (ASIDE[key] === undefined) return null
  const further = ASIDE[key] > 0 ? columns.slice(at + 1) : columns.slice(0, at).reverse()
  const target = further.find(({ length }) => length > 0) ?? column
  return target === column ? from : (target[Math.min(place, target.length - 1)] ?? from)
}
