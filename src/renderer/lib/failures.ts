import { ORPCError } from '@orpc/client'
import { type FailureCode, type FailureData, type FieldIssue, failureData } from '#shared/model/failure.ts'

/** A typed failure of the contract, or null for anything else (the host is gone, a defect). */
export function toFailure(
  error: unknown,
): { [Code in FailureCode]: { code: Code; data: FailureData<Code> } }[FailureCode] | null {
  if (!(error instanceof ORPCError)) return null
  const schema = failureData[error.code as FailureCode]
  const parsed = schema?.safeParse(error.data)
  return parsed?.success ? ({ code: error.code, data: parsed.data } as ReturnType<typeof toFailure>) : null
}

/** The refused fields of a VALIDATION failure; empty for any other error. */
export function fieldIssues(error: unknown): FieldIssue[] {
  const failure = toFailure(error)
  return failure?.code === 'VALIDATION' ? failure.data.issues : []
}
