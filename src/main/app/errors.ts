import { ORPCError, ValidationError } from '@orpc/server'
import type { $ZodIssue } from 'zod/v4/core'
import { noteDamage } from '#main/store/engine/commit.ts'
import { folderOf, type Store } from '#main/store/engine/database.ts'
import { reasonOfFailure, toFailure } from '#main/store/files/failures.ts'
import type { FieldIssue, StorageReason } from '#shared/model/failure.ts'

/**
 * Wrappers the contract puts around an item's fields. They are left out of the paths of issues, because forms do not
 * know them.
 */
const WRAPPERS = new Set(['fields', 'patch'])

function toIssues(issues: readonly unknown[]): FieldIssue[] {
  return (issues as $ZodIssue[]).map(({ path, message }) => {
    const names = path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    return { path: WRAPPERS.has(String(names[0])) ? names.slice(1) : names, message }
  })
}

const STATUS = { VALIDATION: 422, NOT_FOUND: 404, REFUSED: 409, CONFLICT: 409, STORAGE: 507 } as const

const defined = <Code extends keyof typeof STATUS>(code: Code, data: unknown) =>
  new ORPCError(code, { defined: true, status: STATUS[code], data })

/**
 * Turns any error into one of the contract: a `Failure` with its data, refused input as field issues, a store that
 * cannot save as STORAGE. Any other error is a defect and becomes INTERNAL_SERVER_ERROR without a message, so that no
 * internals leak. `dir` is the workspace folder, needed to find out why nothing can be written.
 */
export function toContractError(error: unknown, dir?: string): ORPCError<string, unknown> {
  const failure = toFailure(error, dir)
  if (failure !== null) return defined(failure.code, failure.data)
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
      return defined('VALIDATION', { issues: toIssues(error.cause.issues) })
    return error.status < 500 ? error : new ORPCError('INTERNAL_SERVER_ERROR', { cause: error.cause ?? error })
  }
  return new ORPCError('INTERNAL_SERVER_ERROR', { cause: error })
}

/** Why the workspace could not be used; null for any other kind of error. */
export function storageReasonOf(error: unknown, dir: string): StorageReason | null {
  return reasonOfFailure(error, dir)
}

/**
 * The response to an error outside the procedures, as an error of the contract in the form its client reads. An error
 * that shows that the database is damaged ends all writing.
 */
export function toErrorResponse(error: unknown, store: Store, reportDefect?: (error: unknown) => void): Response {
  noteDamage(store, error)
  const failure = toContractError(error, folderOf(store))
  if (failure.code === 'INTERNAL_SERVER_ERROR') reportDefect?.(failure.cause ?? failure)
  return Response.json({ json: failure.toJSON() }, { status: failure.status })
}
