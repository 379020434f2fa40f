import { z } from 'zod'
import { Day, Instant, LocalText, Uid } from './common.ts'
import { ItemType } from './vocabulary.ts'

/** What every stored item carries beside its own fields. */
export const envelopeShape = { uid: Uid, createdAt: Instant, updatedAt: Instant }

/** Free labels: lower-case, without `#`, unique, at most 50 of at most 50 characters. */
export const Tags = z.array(z.string().trim().min(1).max(50, 'tag.tooLong')).max(50)

/** Uids of the items this one is about: any type, no order, no repetition, at most 200. */
export const Links = z.array(Uid).max(200)

/** Enough of an item to show and open it from somewhere else. */
export const ItemRef = z.strictObject({ uid: Uid, type: ItemType, title: LocalText, day: Day.nullable() })
export type ItemRef = z.infer<typeof ItemRef>

/** Attaches to an item the refs of everything it names by uid (links, evidence, owners), so a view needs no second request. */
export const refsShape = { refs: z.array(ItemRef) }

/** Adds an issue at `path` when both days are known and `end` lies before `start`. */
export function requireOrder(
  ctx: z.RefinementCtx,
  start: string | null,
  end: string | null,
  path: string,
  message: string,
): void {
  if (start !== null && end !== null && end < start) ctx.addIssue({ code: 'custom', path: [path], message })
}
