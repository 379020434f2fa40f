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
