import { z } from 'zod'
import { Instant } from '#shared/model/common.ts'
import { Nothing, procedure } from './base.ts'

/** Characters one draft may have; a form filled to all its limits stays below. */
const DRAFT_LIMIT = 2_000_000

/** What was typed and is not saved yet. Only the page knows what it means. */
export const KeptDraft = z.strictObject({
  /** Which form of which window it was typed into. */
  name: z.string().min(1).max(200),
  /** When it was typed: the newest one counts, whatever arrives last. */
  at: Instant,
  /** null = saved or given up: a page that remembers an older text must learn that it is done. */
  text: z.string().max(DRAFT_LIMIT).nullable(),
})
export type KeptDraft = z.infer<typeof KeptDraft>

/** Drafts are kept beside the data and are not part of it: no history, no undo, no backup, no export. */
export const drafts = {
  list: procedure.input(Nothing).output(z.array(KeptDraft)),
  /** Answers once the draft is safe even if the process ends now. */
  keep: procedure.input(KeptDraft).output(z.null()),
}
