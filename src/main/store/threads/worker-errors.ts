import { type ErrorFacts, errorFacts } from '#main/store/files/failures.ts'
import { Failure, type FailureCode, type FailureData } from '#shared/model/failure.ts'

/** An error in the form in which it is sent between threads, where classes are lost. */
export type SentError =
  | { kind: 'failure'; code: FailureCode; data: FailureData<FailureCode> }
  | { kind: 'error'; message: string; facts: ErrorFacts; stack: string | undefined }

/** An error as it can be sent to another thread. */
export function toSentError(error: unknown): SentError {
  if (error instanceof Failure) return { kind: 'failure', code: error.code, data: error.data }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { kind: 'error', message, facts: errorFacts(error), stack }
}

/** Turns a sent error back into the original one. */
export function reviveError(error: SentError): Error {
  if (error.kind === 'failure') return new Failure(error.code, error.data)
  const revived = Object.assign(new Error(error.message), error.facts)
  if (error.stack !== undefined) revived.stack = error.stack
  return revived
}
