import { type AnyRouter, isProcedure, Procedure } from '@orpc/server'

/**
 * The same procedures without a check of their answers. What a procedure answers is checked against the contract
 * while developing and in tests; in a build the check of a page of 50 lines would be a fifth of the request. Input is
 * checked always.
 */
export function withoutAnswerChecks<Router extends AnyRouter>(router: Router): Router {
  // oRPC compares the index with the number of the middleware it is at: no number is equal to this one.
  if (isProcedure(router))
    return new Procedure({ ...router['~orpc'], outputValidationIndex: Number.NaN }) as unknown as Router
  const entries = Object.entries(router).map(([name, inner]) => [name, withoutAnswerChecks(inner as AnyRouter)])
  return Object.fromEntries(entries) as Router
}
