import { ItemType } from './entities.ts'

/**
 * What a change can be about beside the type of an item:
 * - `title`: the title or the day of an item that was there before. Other items show it where they name that one.
 * - `signedReview`: a review that was signed. A draft is saved while it is typed, and nothing but the draft reads it.
 * - `settings`: the preferences, and whatever else is kept with them (whether this is the demo).
 * - `timer`: the time that is being measured.
 * - `backups`: the backups, and whether the workspace can be written to.
 */
const OTHER_SUBJECTS = ['title', 'signedReview', 'settings', 'timer', 'backups'] as const

/** What a change is about. */
export type Subject = ItemType | (typeof OTHER_SUBJECTS)[number]

/** For what exchanges all of the data. */
export const EVERYTHING: readonly Subject[] = [...ItemType.options, ...OTHER_SUBJECTS]
