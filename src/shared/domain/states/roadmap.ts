import type { Day } from '#shared/model/common.ts'
import type { InitiativeFields } from '#shared/model/initiative.ts'
import { dayParts, makeDay } from '../calendar/calendar.ts'
import { statusOn } from '../calendar/done.ts'
import { iceScore } from './ice-score.ts'

type Bet = Pick<InitiativeFields, 'status' | 'startDay' | 'endDay' | 'impact' | 'confidence' | 'ease'>

export interface Quarter<Item> {
  /** 1-4. */
  number: number
  /** First days of its first and of its last month. */
  firstMonth: Day
  lastMonth: Day
  /** It contains today. */
  isNow: boolean
  /** What begins here: each initiative stands in one quarter. */
  begun: Item[]
  /** What began in an earlier quarter and is still under way. */
  going: Item[]
  /** Of `going`, what began in a year that is folded: it is told in full here, in the first quarter that shows it. */
  carried: Item[]
}

export interface RoadmapYear<Item> {
  year: number
  quarters: Quarter<Item>[]
}

export interface Roadmap<Item> {
  /** All four quarters of every year in which something is under way, and of the present one. */
  years: RoadmapYear<Item>[]
  /** What has neither a start nor an end. */
  undated: Item[]
}

/** Quarters since the year 0. */
function quarterOf(day: Day): number {
  const { year, month } = dayParts(day)
  return year * 4 + Math.floor((month - 1) / 3)
}

/**
 * The first and last quarter of an initiative; null without any day. One that runs is under way now, also when its
 * planned end has passed, its start was planned for later, or only its end is known; of another with a single day
 * nothing further is assumed.
 */
function spanOf({ status, startDay, endDay }: Bet, today: Day): { first: number; last: number } | null {
  const begin = startDay ?? endDay
  if (begin === null) return null
  const [first, last, now] = [quarterOf(begin), quarterOf(endDay ?? begin), quarterOf(today)]
  const isRunning = statusOn({ status, endDay }, today, 'running') === 'running'
  return isRunning ? { first: Math.min(first, now), last: Math.max(last, now) } : { first, last }
}

/** By the first known day, then the strongest first. */
const inRoadmapOrder = (one: Bet, other: Bet): number =>
  (one.startDay ?? one.endDay ?? '').localeCompare(other.startDay ?? other.endDay ?? '') ||
  (iceScore(other) ?? 0) - (iceScore(one) ?? 0)

/** Initiatives by the quarters in which they are under way, as of a day. */
export function roadmapOf<Item extends Bet>(items: readonly Item[], today: Day): Roadmap<Item> {
  const now = quarterOf(today)
  const placed = items.toSorted(inRoadmapOrder).map((item) => ({ item, span: spanOf(item, today) }))
  const quarters = new Map<number, Pick<Quarter<Item>, 'begun' | 'going' | 'carried'>>()
  const at = (key: number) => {
    const known = quarters.get(key) ?? { begun: [], going: [], carried: [] }
    quarters.set(key, known)
    return known
  }
  for (const { item, span } of placed) {
    if (span === null) continue
    at(span.first).begun.push(item)
    for (let key = span.first + 1; key <= span.last; key += 1) at(key).going.push(item)
  }
  const years = new Set([now, ...quarters.keys()].map((key) => Math.floor(key / 4)))
  return {
    years: [...years]
      .sort((one, other) => one - other)
      .map((year) => ({
        year,
        quarters: [0, 1, 2, 3].map((index) => ({
          number: index + 1,
          firstMonth: makeDay(year, index * 3 + 1, 1) ?? today,
          lastMonth: makeDay(year, index * 3 + 3, 1) ?? today,
          isNow: year * 4 + index === now,
          ...at(year * 4 + index),
        })),
      })),
    undated: placed.flatMap(({ item, span }) => (span === null ? [item] : [])),
  }
}

/** Meant to begin, and not begun yet. */
const isAhead = ({ status }: Bet): boolean => status === 'idea' || status === 'planned'

/**
 * The years without the earlier ones, which are folded: not those with something that was meant to begin and never did,
 * which is still to be decided.
 */
export function foldYears<Item extends Bet>(years: readonly RoadmapYear<Item>[], today: Day): RoadmapYear<Item>[] {
  const present = dayParts(today).year
  const seen = new Set<Item>()
  return years
    .filter(
      ({ year, quarters }) =>
        year >= present || quarters.some(({ begun, going }) => begun.some(isAhead) || going.some(isAhead)),
    )
    .map(({ year, quarters }) => ({
      year,
      quarters: quarters.map((quarter) => {
        const carried = quarter.going.filter((item) => !seen.has(item))
        for (const item of [...quarter.begun, ...carried]) seen.add(item)
        return { ...quarter, carried }
      }),
    }))
}
