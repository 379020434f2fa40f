import { askedFields, create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import type { Saved } from '#main/store/engine/items.ts'
import { isLinked } from '#main/store/engine/link-changes.ts'
import { findReferrers } from '#main/store/engine/referrers.ts'
import { itemExists, requireItem } from '#main/store/engine/rows.ts'
import { readRows } from '#main/store/engine/statements.ts'
import type { Writer } from '#main/store/engine/writer.ts'
import type { Patch } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import type { ActivityFields } from '#shared/model/activity.ts'
import { refuse } from '#shared/model/failure.ts'

interface NewPerson {
  uid?: string | undefined
  name: string
}

/**
 * Adds a captured entry. People named for the first time are added with it, as one undoable action. Called again with
 * the same uids, it is the same entry about the same people: a person whose name has been corrected since is renamed,
 * and a person no longer named is removed unless something else refers to them.
 */
export function captureActivity(
  store: Store,
  input: { uid?: string | undefined; fields: Patch<ActivityFields>; newPeople: NewPerson[] },
): Saved {
  const { uid, fields } = input
  const newPeople = input.newPeople.map((person) => ({ ...person, uid: person.uid ?? store.newUid(store.clock()) }))
  const links = [...(fields.links ?? []), ...newPeople.map((person) => person.uid)]
  return create(store, {
    entity: activityEntity,
    label: 'activity.create',
    uid,
    asked: askedFields(activityEntity, { ...fields, links }),
    insert: (w) => {
      for (const person of newPeople) placePerson(store, w, person)
      return w.insert(activityEntity, { ...fields, links }, uid)
    },
    repeat: (w, same, patch) => {
      const before = peopleMadeWith(store, same)
      for (const person of newPeople) placePerson(store, w, person)
      w.update(activityEntity, same, patch)
      for (const person of before) if (!links.includes(person)) removeUnnamed(store, w, person)
    },
  })
}

function placePerson(store: Store, w: Writer, { uid, name }: { uid: string; name: string }): void {
  if (!itemExists(store, uid)) w.insert(personEntity, { name }, uid)
  else if (requireItem(store, uid).type === 'person') w.update(personEntity, uid, { name })
  else refuse('uid-taken')
}

/** People who were added in the action that added an entry. */
function peopleMadeWith(store: Store, uid: string): string[] {
  const people = readRows<{ uid: string }>(
    store,
    `SELECT made.item_uid AS uid FROM change AS made JOIN item ON item.uid = made.item_uid
     WHERE made.type = 'person' AND made.before IS NULL
       AND made.batch_id = (SELECT max(batch_id) FROM change WHERE item_uid = ? AND before IS NULL)`,
    [uid],
  )
  return people.map((person) => person.uid)
}

function removeUnnamed(store: Store, w: Writer, uid: string): void {
  const person = { ...requireItem(store, uid), uid }
  if (findReferrers(store, person).length === 0 && !isLinked(store, person.id)) w.remove(personEntity, uid)
}
