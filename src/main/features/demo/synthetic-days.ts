import { addDays, dayParts, differenceInDays, weekdayOf } from '#shared/domain/calendar/calendar.ts'
import type { Random } from '#shared/domain/chance/random.ts'
import type { Day } from '#shared/model/common.ts'

/** How much a person logs on a day, relative to an ordinary weekday: less on weekends, in August, at the turn of the year. */
function weightOf(day: Day, mood: number): number {
  const { month, day: dayOfMonth } = dayParts(day)
  const weekday = weekdayOf(day)
  const week = weekday === 0 ? 0.2 : weekday === 6 ? 0.35 : 1
  const season = month === 8 ? 0.4 : (month === 12 && dayOfMonth > 28) || (month === 1 && dayOfMonth < 9) ? 0.1 : 1
  return week * season * mood
}

/** Weeks differ: some are lost to a crunch, some are twice as full. */
const MOODS = [0.05, 0.5, 0.8, 1, 1, 1, 1.3, 2]

/** `count` days from `start` to `end`, both included, in order, with the unevenness of real logging. */
export function spreadDays(start: Day, end: Day, count: number, random: Random): Day[] {
  const days = Array.from({ length: differenceInDays(end, start) + 1 }, (_, index) => addDays(start, index))
  let mood = 1
  let total = 0
  const upTo = days.map((day, index) => {
    if (index % 7 === 0) mood = random.pick(MOODS)
    total += weightOf(day, mood)
    return total
  })
  let place = 0
  return Array.from({ length: count }, (_, index) => {
    const wanted = ((index + random.next()) / count) * total
    while (place < days.length - 1 && (upTo[place] ?? total) < wanted) place += 1
    return days[place] ?? end
  })
}
