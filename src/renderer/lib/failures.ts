import { ORPCError } from '@orpc/client'
import { type FailureCode, type FailureData, type FieldIssue, failureData } from '#shared/model/failure.ts'

/** A typed failure of the contract; null for anything else (the host is stopped, a defect). */
export function toFailure(
  error: unknown,
): { [Code in FailureCode]: { code: Code; data: FailureData<Code> } }[FailureCode] | null {
  if (!(error instanceof ORPCError)) return null
  const schema = failureData[error.code as FailureCode]
  const parsed = schema?.safeParse(error.data)
  return parsed?.success ? ({ code: error.code, data: parsed.data } as ReturnType<typeof toFailure>) : null
}

/**
 * A CONFLICT on a field that is stored as a whole, rewritten as conflicts of the form's fields for one part of it.
 * `retell` finds them from the stored value. Other errors are returned unchanged.
 */
export function retoldConflict(
  error: unknown,
  name: string,
  retell: (theirs: unknown) => FailureData<'CONFLICT'>['fields'],
): unknown {
  const failure = toFailure(error)
  const whole = failure?.code === 'CONFLICT' ? failure.data.fields.find((field) => field.name === name) : undefined
  if (failure?.code !== 'CONFLICT' || whole === undefined) return error
  return new ORPCError('CONFLICT', { data: { uid: failure.data.uid, fields: retell(whole.theirs) } })
}

/** The refused fields of a VALIDATION failure; empty for any other error. */
export function fieldIssues(error: unknown): FieldIssue[] {
  const failure = toFailure(error)
  return failure?.code === 'VALIDATION' ? failure.data.issues : []
}
