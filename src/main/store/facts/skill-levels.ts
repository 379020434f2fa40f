import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { readRows } from '#main/store/engine/statements.ts'
import type { Day } from '#shared/model/common.ts'
import { doneBy } from './done.ts'

export interface SkillLevel {
  level: number
  day: Day
}

/**
 * The level of every rated skill by its uid: its newest assessment that was not retracted, by day and, within a day, by
 * order of entry. With `until` it is the level as it stood at the end of that day, else today.
 */
export function currentLevels(store: Store, until: Day = today(store)): Map<string, SkillLevel> {
  const rows = readRows<SkillLevel & { uid: string }>(
    store,
    `SELECT item.uid, rated.level, rated.day
       FROM (SELECT skill_id, level, day, row_number() OVER (PARTITION BY skill_id ORDER BY day DESC, id DESC) AS place
             FROM assessment WHERE ${doneBy('assessment', '?')}) AS rated
       CROSS JOIN item ON item.id = rated.skill_id WHERE rated.place = 1`,
    [until],
  )
  return new Map(rows.map(({ uid, level, day }) => [uid, { level, day }]))
}

/** Every rating that counts, by the uid of its skill, in the order in which `currentLevels` takes the newest. */
export function ratingsBySkill(store: Store): Map<string, { day: Day; value: number }[]> {
  const rows = readRows<{ uid: string; day: Day; value: number }>(
    store,
    `SELECT item.uid, assessment.day, level AS value FROM assessment CROSS JOIN item ON item.id = assessment.skill_id
     WHERE ${doneBy('assessment', '?')} ORDER BY assessment.day, assessment.id`,
    [today(store)],
  )
  return Map.groupBy(rows, ({ uid }) => uid)
}
