import { z } from 'zod'
import { Instant } from '#shared/model/common.ts'
import { Nothing, procedure } from './base.ts'

/** Characters of a draft; a form filled to all its limits stays below. */
const DRAFT_LIMIT = 2_000_000

/** Text that was typed and is not saved yet. Only the page can interpret it. */
export const KeptDraft = z.strictObject({
  /** The form and window it was typed into. */
  name: z.string().min(1).max(200),
  /** When it was typed: the newest draft wins, whatever arrives last. */
  at: Instant,
  /** null = saved or discarded: a page that remembers an older text must learn that it is obsolete. */
  text: z.string().max(DRAFT_LIMIT).nullable(),
})
export type KeptDraft = z.infer<typeof KeptDraft>

/** Drafts are kept beside the data and are not part of it: they have no history, undo, backup or export. */
export const drafts = {
  list: procedure.input(Nothing).output(z.array(KeptDraft)),
  /** Answers once the draft would survive the end of the process. */
  keep: procedure.input(KeptDraft).output(z.null()),
}
