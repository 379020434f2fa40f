import { type AnyRouter, isProcedure, Procedure } from '@orpc/server'

/**
 * The same procedures without the check of their answers. While developing and in tests, answers are checked against
 * the contract; in a build, checking a page of 50 lines would take a fifth of the request. Input is always checked.
 */
export function withoutAnswerChecks<Router extends AnyRouter>(router: Router): Router {
  // oRPC compares this index with the number of the current middleware. NaN equals no number, so the check never runs.
  if (isProcedure(router))
    return new Procedure({ ...router['~orpc'], outputValidationIndex: Number.NaN }) as unknown as Router
  const entries = Object.entries(router).map(([name, inner]) => [name, withoutAnswerChecks(inner as AnyRouter)])
  return Object.fromEntries(entries) as Router
}
