import type { ActivityFields } from '#shared/model/activity.ts'
import type { QuickAdd } from './quick-add-reading.ts'

/** A new journal entry, with the people it names for the first time. */
export interface Capture {
  uid: string
  fields: Partial<ActivityFields>
  newPeople: { uid: string; name: string }[]
}

/** Whether a line has a title and no problem that prevents saving. */
export const canBeSaved = ({ title, problems }: QuickAdd): boolean =>
  title !== '' && !problems.some(({ code }) => code === 'title.tooLong')

/** Names of the people a line names for the first time, in the order of the line. */
export const newNamesIn = ({ people }: QuickAdd): string[] =>
  people.flatMap((person) => ('newName' in person ? [person.newName] : []))

/**
 * The journal entry for a line that was understood: the same wherever the line was typed.
 *
 * @param uid of the journal entry; the same uid means the same entry
 * @param personUid creates or remembers the uid of a new person by their place among those the line names for the first
 * time
 */
export function toCapture(parsed: QuickAdd, uid: string, personUid: (place: number) => string): Capture {
  const known = parsed.people.flatMap((person) => ('uid' in person ? [person.uid] : []))
  return {
    uid,
    fields: {
      kind: parsed.kind,
      title: parsed.title,
      day: parsed.day,
      minutes: parsed.minutes ?? 0,
      inbox: parsed.inbox,
      links: [...new Set([...parsed.skillUids, ...known, ...parsed.itemUids])],
      tags: parsed.newTags,
    },
    newPeople: newNamesIn(parsed).map((name, place) => ({ uid: personUid(place), name })),
  }
}
