import type { ActivityFields } from '#shared/model/activity.ts'
import type { QuickAdd } from './quick-add-reading.ts'

/** A journal line to be added, with the people it names for the first time. */
export interface Capture {
  uid: string
  fields: Partial<ActivityFields>
  newPeople: { uid: string; name: string }[]
}

/** Whether a line says enough, and nothing that does not fit. */
export const canBeSaved = ({ title, problems }: QuickAdd): boolean =>
  title !== '' && !problems.some(({ code }) => code === 'title.tooLong')

/** Names of the people a line names for the first time, in its order. */
export const newNamesIn = ({ people }: QuickAdd): string[] =>
  people.flatMap((person) => ('newName' in person ? [person.newName] : []))

/**
 * What a line becomes once it was understood: the same wherever it was typed.
 *
 * @param uid of the journal line; the same again is the same line
 * @param personUid makes or remembers the uid of a new person by their place among those the line names for the first time
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
