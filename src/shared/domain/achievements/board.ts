import type { Day } from '#shared/model/common.ts'
import { Scope } from '#shared/model/vocabulary.ts'
import { isDone } from '../calendar/done.ts'

/** What the board needs of an achievement. */
interface Dated {
  day: Day
}

/** The days of the plan; stages in their order. */
interface BoardPlan {
  startDay: Day | null
  stages: readonly { uid: string; passedOn: Day | null }[]
}

/** A column: a year (`2026`), the uid of a stage, or what lies before the plan and after its last gate. */
export interface BoardColumn<Item> {
  key: string
  items: Item[]
}

export const BEFORE_PLAN = 'before'
export const AFTER_PLAN = 'after'

const yearOf = ({ day }: Dated) => day.slice(0, 4)

/**
 * The stage one was in on a day: as for gates, a stage begins when the gate before it is passed, whatever was planned.
 * The day of passing still belongs to the stage that ends with it, since its results are what the gate was passed with.
 */
export function stageOn(day: Day, { startDay, stages }: BoardPlan): string {
  if (startDay !== null && day < startDay) return BEFORE_PLAN
  return stages.find(({ passedOn }) => passedOn === null || day <= passedOn)?.uid ?? AFTER_PLAN
}

const newestFirst = (one: Dated, other: Dated) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0)

function columns<Item extends Dated>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  order: (keys: Iterable<string>) => string[],
): BoardColumn<Item>[] {
  const groups = Map.groupBy([...items].sort(newestFirst), keyOf)
  return order(groups.keys()).flatMap((key) => {
    const own = groups.get(key)
    return own === undefined ? [] : [{ key, items: own }]
  })
}

/** By calendar year, the newest first; years without an achievement are left out. */
export function byYear<Item extends Dated>(items: readonly Item[]): BoardColumn<Item>[] {
  return columns(items, yearOf, (keys) => [...keys].sort().reverse())
}

/** By stage, in the order of the plan; stages without an achievement are left out. */
export function byStage<Item extends Dated>(items: readonly Item[], plan: BoardPlan): BoardColumn<Item>[] {
  const order = [BEFORE_PLAN, ...plan.stages.map(({ uid }) => uid), AFTER_PLAN]
  return columns(
    items,
    ({ day }) => stageOn(day, plan),
    () => order,
  )
}

/** How far the achievements of one year reached. */
export interface InfluenceYear<Item> {
  year: string
  items: Item[]
  byScope: Record<Scope, Item[]>
  /** The achievement with the most people led, null where none says how many. */
  led: Item | null
}

interface Reaching extends Dated {
  scope: Scope
  peopleLed: number | null
}

/** Scope of influence over time, the oldest year first. As everywhere, what has not happened yet does not count. */
export function influenceByYear<Item extends Reaching>(items: readonly Item[], today: Day): InfluenceYear<Item>[] {
  const done = items.filter(({ day }) => isDone(day, today))
  return byYear(done)
    .reverse()
    .map(({ key, items: own }) => ({
      year: key,
      items: own,
      byScope: Object.fromEntries(
        Scope.options.map((scope) => [scope, own.filter((item) => item.scope === scope)]),
      ) as Record<Scope, Item[]>,
      led: own.reduce<Item | null>(
        (most, item) => ((item.peopleLed ?? 0) > (most?.peopleLed ?? 0) ? item : most),
        null,
      ),
    }))
}

const WIDE: readonly Scope[] = ['programme', 'businessUnit', 'company']

/** How many of a year's achievements reached beyond a project. */
export const reachedWide = <Item>({ byScope }: InfluenceYear<Item>): number =>
  WIDE.reduce((sum, scope) => sum + byScope[scope].length, 0)
