import type { Day } from '#shared/model/common.ts'
import { prepared, type Store } from './database.ts'

export interface SkillLevel {
  level: number
  day: Day
}

const END_OF_CALENDAR = '9999-12-31'

/**
 * The level of every rated skill by its uid: its newest assessment that was not taken back, by day and, within a day, by
 * order of entry. With `until` it is the level as it stood at the end of that day.
 */
export function currentLevels(store: Store, until: Day = END_OF_CALENDAR): Map<string, SkillLevel> {
  const rows = prepared(store, 'skill.levels', () =>
    store.sqlite.prepare<[string], SkillLevel & { uid: string }>(
      `SELECT item.uid, rated.level, rated.day
       FROM (SELECT skill_id, level, day, row_number() OVER (PARTITION BY skill_id ORDER BY day DESC, id DESC) AS place
             FROM assessment WHERE retracted_at IS NULL AND day <= ?) AS rated
       JOIN item ON item.id = rated.skill_id WHERE rated.place = 1`,
    ),
  ).all(until)
  return new Map(rows.map(({ uid, level, day }) => [uid, { level, day }]))
}
