import { z } from 'zod'
import { Day, Key, LocalDetail, LocalLine, Notes } from './common.ts'
import { ReviewFacts } from './review-facts.ts'
import { FirstSnapshot, nameItems } from './review-snapshot-1.ts'
import { nameRoles, SecondSnapshot } from './review-snapshot-2.ts'
import { sayWhatCounts, ThirdSnapshot } from './review-snapshot-3.ts'
import { liftDoc, type Upgrade } from './shape.ts'

/** One answered prompt; the prompt's text is kept so that a later template cannot change a signed review. */
export const ReviewAnswer = z.strictObject({ key: Key, prompt: LocalDetail, answer: Notes })
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

/** The prompts with their answers. */
export const Answers = z.array(ReviewAnswer).max(50)

/** Focus of the next year; a line has both languages while it is the proposed text. */
export const Focus = z.array(LocalLine).max(20)

/**
 * The upgrades of a snapshot's shape; each new one is also a new version of the review (`reviewUpgrades`). Stored
 * snapshots keep the version and the bytes they were signed with.
 */
export const snapshotUpgrades: readonly Upgrade[] = [nameItems, nameRoles, sayWhatCounts]

/** Version of new snapshots: the number of shapes in the chain, checked by a test. */
export const SNAPSHOT_VERSION = 4

/** What signing freezes, in the present shape: later edits of the data never change it. */
export const ReviewSnapshot = z.strictObject({
  version: z.literal(SNAPSHOT_VERSION),
  facts: ReviewFacts,
  answers: Answers,
  focus: Focus,
  signedDay: Day,
})
export type ReviewSnapshot = z.infer<typeof ReviewSnapshot>

/** A snapshot in the version it was signed with; only `openReviewSnapshot` may read it. */
export const StoredSnapshot = z.discriminatedUnion('version', [
  FirstSnapshot,
  SecondSnapshot,
  ThirdSnapshot,
  ReviewSnapshot,
])
export type StoredSnapshot = z.infer<typeof StoredSnapshot>

/** Converts a stored snapshot to the present shape. Throws what `liftDoc` throws. */
export function openReviewSnapshot(stored: StoredSnapshot): ReviewSnapshot {
  return liftDoc('snapshot', snapshotUpgrades, stored.version, stored) as ReviewSnapshot
}
