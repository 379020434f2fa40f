import { ORPCError, ValidationError } from '@orpc/server'
import type { $ZodIssue } from 'zod/v4/core'
import { toFailure } from '#main/store/failures.ts'
import type { FieldIssue } from '#shared/model/failure.ts'

/** Wrappers the contract puts around an item's fields; a form knows its fields without them. */
const WRAPPERS = new Set(['fields', 'patch'])

function toIssues(issues: readonly unknown[]): FieldIssue[] {
  return (issues as $ZodIssue[]).map(({ path, message }) => {
    const names = path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    return { path: WRAPPERS.has(String(names[0])) ? names.slice(1) : names, message }
  })
}

const STATUS = { VALIDATION: 422, NOT_FOUND: 404, REFUSED: 409, STORAGE: 507 } as const

const defined = <Code extends keyof typeof STATUS>(code: Code, data: unknown) =>
  new ORPCError(code, { defined: true, status: STATUS[code], data })

/**
 * Any error as the contract's own: a `Failure` with its data, refused input as field issues, a store that cannot save as
 * STORAGE. Everything else is a defect and leaves no internals behind: INTERNAL_SERVER_ERROR without a message.
 */
export function toContractError(error: unknown): ORPCError<string, unknown> {
  const failure = toFailure(error)
  if (failure !== null) return defined(failure.code, failure.data)
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
      return defined('VALIDATION', { issues: toIssues(error.cause.issues) })
    return error.status < 500 ? error : new ORPCError('INTERNAL_SERVER_ERROR', { cause: error.cause ?? error })
  }
  return new ORPCError('INTERNAL_SERVER_ERROR', { cause: error })
}

/** Any error as an answer outside the procedures, in the words of the contract and in the form its client reads. */
export function toErrorResponse(error: unknown, reportDefect?: (error: unknown) => void): Response {
  const failure = toContractError(error)
  if (failure.code === 'INTERNAL_SERVER_ERROR') reportDefect?.(failure.cause ?? failure)
  return Response.json({ json: failure.toJSON() }, { status: failure.status })
}
