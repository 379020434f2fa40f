import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { getItem, listItems } from '#main/store/engine/items.ts'
import { findRow, readRows } from '#main/store/engine/statements.ts'
import { write } from '#main/store/engine/writer.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { savedViewEntity } from '#main/store/entities/saved-views.ts'
import type { PersonView } from '#shared/contract/people.ts'
import { type GoneWords, mergePeople } from '#shared/domain/people/merge-people.ts'
import type { Uid } from '#shared/model/common.ts'

/**
 * One look-up in the index of links for each person, however long the journal is. Only links of activities have a day.
 */
const LAST_DAY = `SELECT max(day) FROM link WHERE target_type = 'person' AND target_id = item.id AND day <= ?`

/** People by uid with the day of the newest journal entry about them; a planned entry is not an interaction yet. */
function lastInteractionDays(store: Store): Map<string, string | null> {
  const rows = readRows<{ uid: string; day: string | null }>(
    store,
    `SELECT uid, (${LAST_DAY}) AS day FROM item WHERE type = 'person'`,
    [today(store)],
  )
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
  const row = findRow<{ day: string | null }>(store, `SELECT (${LAST_DAY}) AS day FROM item WHERE uid = ?`, [
    today(store),
    uid,
  ])
  return { ...person, lastInteractionDay: row?.day ?? null }
}

/**
 * Makes one of two people who are the same person, as one undoable action: whatever names `gone` names `kept` from then on, which takes
 * over what it says. Throws NOT_FOUND, and VALIDATION where both together have too long notes, or too many tags or links, for one.
 */
export function mergePerson(
  store: Store,
  { kept, gone, words }: { kept: Uid; gone: Uid; words: GoneWords },
): { uid: Uid; batchId: number } {
  const { batchId } = write(store, 'person.merge', (w) => {
    const [one, other] = [getItem(store, personEntity, kept), getItem(store, personEntity, gone)]
    if (kept === gone) return
    w.update(personEntity, kept, mergePeople(one, other, words))
    w.replace(gone, kept)
    // A saved view names whom it is about in its conditions.
    for (const { uid, query } of listItems(store, savedViewEntity))
      if (query.about === gone) w.update(savedViewEntity, uid, { query: { ...query, about: kept } })
    w.remove(personEntity, gone)
  })
  return { uid: kept, batchId }
}
