import { prepared, type Store } from '#main/store/database.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { getItem, listItems } from '#main/store/items.ts'
import type { PersonView } from '#shared/contract/people.ts'
import { localDay } from '#shared/domain/calendar.ts'

/** One step into the index of links for each person, however long the journal is. Only activities have a day there. */
const LAST_DAY = `SELECT max(day) FROM link WHERE target_type = 'person' AND target_id = item.id AND day <= ?`

/** People by uid with the day of the newest journal line about them; a planned line is no interaction yet. */
function lastInteractionDays(store: Store): Map<string, string | null> {
  const rows = prepared(store, 'people.last-days', () =>
    store.sqlite.prepare<[string], { uid: string; day: string | null }>(
      `SELECT uid, (${LAST_DAY}) AS day FROM item WHERE type = 'person'`,
    ),
  ).all(localDay(store.clock()))
  return new Map(rows.map(({ uid, day }) => [uid, day]))
}

/** Everybody, with their last interaction. */
export function listPeople(store: Store): PersonView[] {
  const days = lastInteractionDays(store)
  return listItems(store, personEntity).map((person) => ({
    ...person,
    lastInteractionDay: days.get(person.uid) ?? null,
  }))
}

/** One person with their last interaction; throws NOT_FOUND. */
export function getPerson(store: Store, uid: string): PersonView {
  const person = getItem(store, personEntity, uid)
  const row = prepared(store, 'people.last-day', () =>
    store.sqlite.prepare<[string, string], { day: string | null }>(
      `SELECT (${LAST_DAY}) AS day FROM item WHERE uid = ?`,
    ),
  ).get(localDay(store.clock()), uid)
  return { ...person, lastInteractionDay: row?.day ?? null }
}
