import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import type { CasePart } from '#shared/model/template-case.ts'
import type { OpenPart } from './open-part.ts'

/** A part that was taken over since the page was opened, and what it became. */
export interface TakenPart {
  address: string
  as: CasePart['as']
  uid: string
}

/** The uids that still stand of what parts have become: an undo or a deletion takes one away. */
function useStanding(taken: readonly TakenPart[]): ReadonlySet<string> {
  const { query } = useApi()
  const has = (as: CasePart['as']) => ({ enabled: taken.some((one) => one.as === as) })
  const plan = useQuery({ ...query.plan.get.queryOptions({ input: {} }), ...has('milestone') })
  const experiments = useQuery({ ...query.experiments.list.queryOptions({ input: {} }), ...has('experiment') })
  const learning = useQuery({ ...query.learning.list.queryOptions({ input: {} }), ...has('learning') })
  const milestones = plan.data?.stages.flatMap((stage) => stage.milestones) ?? []
  return new Set([...milestones, ...(experiments.data ?? []), ...(learning.data ?? [])].map(({ uid }) => uid))
}

/** What was taken over and still stands, and how to note one more. */
export function useTaken(): { taken: readonly TakenPart[]; note(open: OpenPart, uid: string): void } {
  const [all, setAll] = useState<readonly TakenPart[]>([])
  const standing = useStanding(all)
  return {
    taken: all.filter(({ uid }) => standing.has(uid)),
    note: ({ address, part }, uid) => setAll((before) => [...before, { address, as: part.as, uid }]),
  }
}
