import { z } from 'zod'
import { LocalText } from './common.ts'

/** A refused field: its path, and a message key of the `errors` texts. */
export const FieldIssue = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
})
export type FieldIssue = z.infer<typeof FieldIssue>

/** Why an action was refused although its input was well formed. */
export const RefusalReason = z.enum([
  'review-signed',
  'assessment-immutable',
  'undo-conflict',
  'nothing-to-undo',
  'nothing-to-redo',
  'restore-conflict',
  'plan-exists',
  'workspace-not-empty',
  'gate-passed',
  'gate-order',
  'already-exists',
  'uid-taken',
  'week-taken',
  'timer-there',
  'file-too-large',
  'archive-unreadable',
  'archive-newer',
  'archive-damaged',
  'backup-unusable',
  'backup-newest',
  'time-zone-unknown',
  'demo-unavailable',
  'cancelled',
])
export type RefusalReason = z.infer<typeof RefusalReason>

/**
 * Why the store could not save: disk full, folder not writable, I/O error, damaged file, held by another process, the
 * folder's files replaced by others (`moved`), a limit of the system (open files, memory), a folder or file that is
 * gone, something else with a required name.
 */
export const StorageReason = z.enum(['full', 'readonly', 'io', 'corrupt', 'busy', 'moved', 'limit', 'gone', 'blocked'])
export type StorageReason = z.infer<typeof StorageReason>

/** The data each failure carries; the codes are those of the contract. */
export const failureData = {
  /** `title`: of the refused item, if several were to be changed. */
  VALIDATION: z.strictObject({ issues: z.array(FieldIssue), title: LocalText.optional() }),
  NOT_FOUND: z.strictObject({ uid: z.string() }),
  REFUSED: z.strictObject({ reason: RefusalReason, detail: z.string().optional() }),
  /** Fields that were changed differently elsewhere and here; `theirs` is the stored value. */
  CONFLICT: z.strictObject({
    uid: z.string(),
    fields: z.array(z.strictObject({ name: z.string(), theirs: z.unknown() })),
  }),
  /** `folder`: where the data was, for `moved`. */
  STORAGE: z.strictObject({ reason: StorageReason, folder: z.string().optional() }),
} as const
export type FailureCode = keyof typeof failureData
export type FailureData<Code extends FailureCode> = z.infer<(typeof failureData)[Code]>

/** A typed failure of the product: a code and its data; the words are added where it is shown. */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  readonly code: Code
  readonly data: FailureData<Code>

  constructor(code: Code, data: FailureData<Code>) {
    super(`${code} ${JSON.stringify(data)}`)
    this.name = 'Failure'
    this.code = code
    this.data = data
  }
}

/** Refuses an action for a reason that is shown to the user. */
export function refuse(reason: RefusalReason, detail?: string): never {
  throw new Failure('REFUSED', detail === undefined ? { reason } : { reason, detail })
}

/** A zod error as field issues. */
export function toFieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => ({
    path: issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    message: issue.message,
  }))
}
