import { z } from 'zod'
import { Day, Key, LocalDetail, LocalLine, Notes } from './common.ts'
import { ReviewFacts } from './review-facts.ts'
import { FirstSnapshot, nameItems } from './review-snapshot-1.ts'
import { nameRoles, SecondSnapshot } from './review-snapshot-2.ts'
import { sayWhatCounts, ThirdSnapshot } from './review-snapshot-3.ts'
import { liftDoc, type Upgrade } from './shape.ts'

/** One answered prompt; the prompt's words are kept so that a later template cannot change a signed review. */
export const ReviewAnswer = z.strictObject({ key: Key, prompt: LocalDetail, answer: Notes })
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

/** The prompts with what was answered. */
export const Answers = z.array(ReviewAnswer).max(50)

/** Focus of the next year; both languages of a line as long as it is the drafted text. */
export const Focus = z.array(LocalLine).max(20)

/** The chain of a snapshot's shapes; a new one is also a new version of the review (`reviewUpgrades`). What is stored keeps the version and the bytes it was signed with. */
export const snapshotUpgrades: readonly Upgrade[] = [nameItems, nameRoles, sayWhatCounts]

/** Version of a snapshot that is made today: the place in the chain, which a test compares. */
export const SNAPSHOT_VERSION = 4

/** What signing freezes, as it is read today: never changed by later edits of the data. */
export const ReviewSnapshot = z.strictObject({
  version: z.literal(SNAPSHOT_VERSION),
  facts: ReviewFacts,
  answers: Answers,
  focus: Focus,
  signedDay: Day,
})
export type ReviewSnapshot = z.infer<typeof ReviewSnapshot>

/** A snapshot in the version it was signed with; it is read by `openReviewSnapshot` and nothing else. */
export const StoredSnapshot = z.discriminatedUnion('version', [
  FirstSnapshot,
  SecondSnapshot,
  ThirdSnapshot,
  ReviewSnapshot,
])
export type StoredSnapshot = z.infer<typeof StoredSnapshot>

/** A stored snapshot as one of today's. Throws what `liftDoc` throws. */
export function openReviewSnapshot(stored: StoredSnapshot): ReviewSnapshot {
  return liftDoc('snapshot', snapshotUpgrades, stored.version, stored) as ReviewSnapshot
}
