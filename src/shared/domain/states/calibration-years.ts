import type { InitiativeFields, Retro } from '#shared/model/initiative.ts'
import { dayParts } from '../calendar/calendar.ts'
import { type Calibration, calibration, measuredRetro, newestRetro, outcomeShare } from './impact-retro.ts'

type Bet = Pick<InitiativeFields, 'expectedChange' | 'retros'>

/** An initiative that is looked back at. */
export interface LookedBack<Item> {
  item: Item
  /** Its newest retro with a number, by which it counts; without one, its newest retro. */
  retro: Retro
  /** The actual change by the expected one; null = it cannot be compared. */
  share: number | null
}

/** How far expectations came true, and by which initiatives. */
export interface CalibrationPart<Item> extends Calibration {
  /** null = all years. */
  year: number | null
  /** The furthest from the expected change first, then those that cannot be compared. */
  bets: LookedBack<Item>[]
}

/** How far a share is from what was expected; what cannot be compared stands behind every other. */
const distance = (share: number | null) => (share === null ? -1 : Math.abs(share - 1))

function toPart<Item extends Bet>(year: number | null, bets: LookedBack<Item>[]): CalibrationPart<Item> {
  const sorted = bets.toSorted((one, other) => distance(other.share) - distance(one.share))
  return { year, bets: sorted, ...calibration(bets.map(({ item }) => item)) }
}

/**
 * The calibration by the year of the retro that counts, the newest year first, and of all years. Each initiative is in
 * one year, so the years add up to the whole. Empty if there is no retro.
 */
export function calibrationYears<Item extends Bet>(
  items: readonly Item[],
): { years: CalibrationPart<Item>[]; all: CalibrationPart<Item> } {
  const bets = items.flatMap((item): LookedBack<Item>[] => {
    const retro = measuredRetro(item) ?? newestRetro(item)
    return retro === null ? [] : [{ item, retro, share: outcomeShare(item) }]
  })
  const byYear = Map.groupBy(bets, ({ retro }) => dayParts(retro.day).year)
  return {
    years: [...byYear].sort(([one], [other]) => other - one).map(([year, own]) => toPart(year, own)),
    all: toPart(null, bets),
  }
}
