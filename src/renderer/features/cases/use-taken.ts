import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import type { CaseStep } from '#shared/model/template-case.ts'
import type { OpenStep } from './open-step.ts'

/** A step that was taken over since the page was opened, and what it became. */
export interface TakenStep {
  address: string
  as: CaseStep['as']
  uid: string
}

/** The uids that still stand of what steps have become: an undo or a deletion takes one away. */
function useStanding(taken: readonly TakenStep[]): ReadonlySet<string> {
  const { query } = useApi()
  const has = (as: CaseStep['as']) => ({ enabled: taken.some((one) => one.as === as) })
  const plan = useQuery({ ...query.plan.get.queryOptions({ input: {} }), ...has('milestone') })
  const experiments = useQuery({ ...query.experiments.list.queryOptions({ input: {} }), ...has('experiment') })
  const learning = useQuery({ ...query.learning.list.queryOptions({ input: {} }), ...has('learning') })
  const milestones = plan.data?.stages.flatMap((stage) => stage.milestones) ?? []
  return new Set([...milestones, ...(experiments.data ?? []), ...(learning.data ?? [])].map(({ uid }) => uid))
}

/** What was taken over and still stands, and how to note one more. */
export function useTaken(): { taken: readonly TakenStep[]; note(open: OpenStep, uid: string): void } {
  const [all, setAll] = useState<readonly TakenStep[]>([])
  const standing = useStanding(all)
  return {
    taken: all.filter(({ uid }) => standing.has(uid)),
    note: ({ address, step }, uid) => setAll((before) => [...before, { address, as: step.as, uid }]),
  }
}
