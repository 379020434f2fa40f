import { z } from 'zod'
import { Instant, Uid } from './common.ts'

/** The fields that every stored item has besides its own. */
export const envelopeShape = { uid: Uid, createdAt: Instant, updatedAt: Instant }

/** Tags: lower-case, without `#`, unique, at most 50 of at most 50 characters. */
export const Tags = z.array(z.string().trim().min(1).max(50, 'tag.tooLong')).max(50)

/** Tags to add to items and to remove from them; other tags of each item stay. */
export const TagChange = z.strictObject({ add: Tags, remove: Tags }).partial()
export type TagChange = z.infer<typeof TagChange>

/** Uids of the items this one is about: any type, no order, no repetition, at most 200. */
export const Links = z.array(Uid).max(200)

/** Links to add to items and to remove from them; other links of each item stay. */
export const LinkChange = z.strictObject({ add: Links, remove: Links }).partial()
export type LinkChange = z.infer<typeof LinkChange>

/** Adds an issue at `path` if both days are known and `end` is before `start`. */
export function requireOrder(
  ctx: z.RefinementCtx,
  start: string | null,
  end: string | null,
  path: string,
  message: string,
): void {
  if (start !== null && end !== null && end < start) ctx.addIssue({ code: 'custom', path: [path], message })
}

/** Adds an issue at `endDay` if the item is done without a day, so that a form asks for it. */
export function requireFinishDay(item: { status: string; endDay: string | null }, ctx: z.RefinementCtx): void {
  if (item.status === 'done' && item.endDay === null)
    ctx.addIssue({ code: 'custom', path: ['endDay'], message: 'field.required' })
}
