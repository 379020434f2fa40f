import { z } from 'zod'
import { Instant, Uid } from './common.ts'

/** What every stored item carries beside its own fields. */
export const envelopeShape = { uid: Uid, createdAt: Instant, updatedAt: Instant }

/** Free labels: lower-case, without `#`, unique, at most 50 of at most 50 characters. */
export const Tags = z.array(z.string().trim().min(1).max(50, 'tag.tooLong')).max(50)

/** Tags to give to items and to take from them, whatever others each has. */
export const TagChange = z.strictObject({ add: Tags, remove: Tags }).partial()
export type TagChange = z.infer<typeof TagChange>

/** Uids of the items this one is about: any type, no order, no repetition, at most 200. */
export const Links = z.array(Uid).max(200)

/** Links to give to items and to take from them, whatever others each has. */
export const LinkChange = z.strictObject({ add: Links, remove: Links }).partial()
export type LinkChange = z.infer<typeof LinkChange>

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

/** Adds an issue at `endDay` when the item says it is done and not when: a form asks for the day. */
export function requireFinishDay(item: { status: string; endDay: string | null }, ctx: z.RefinementCtx): void {
  if (item.status === 'done' && item.endDay === null)
    ctx.addIssue({ code: 'custom', path: ['endDay'], message: 'field.required' })
}
