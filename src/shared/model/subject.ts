import { ItemType } from './entities.ts'

/**
 * Subjects of a change besides item types:
 * - `title`: the title or the day of an existing item. Other items show it where they refer to that item.
 * - `signedReview`: a signed review. A draft is saved while it is typed, and only the draft itself reads it.
 * - `settings`: the preferences, and what is kept with them (whether this is the demo).
 * - `timer`: the timer.
 * - `backups`: the backups, and whether the workspace is writable.
 */
const OTHER_SUBJECTS = ['title', 'signedReview', 'settings', 'timer', 'backups'] as const

/** A subject of a change. */
export type Subject = ItemType | (typeof OTHER_SUBJECTS)[number]

/** For actions that replace all of the data. */
export const EVERYTHING: readonly Subject[] = [...ItemType.options, ...OTHER_SUBJECTS]
