import { useCallback, useMemo } from 'react'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { type RankedKinds, rankKinds } from '#shared/domain/capture/rank-kinds.ts'
import { useKinds } from './use-kinds.ts'

/** Ranks the kinds for an entry, by the model of the build and the person's own entries. */
export type RankKinds = (line: Pick<ActivityLine, 'title' | 'kind' | 'day'>) => RankedKinds

export function useKindRanks(): RankKinds {
  const { kinds, own } = useKinds()
  const used = useMemo(() => (own ?? []).map(({ kind }) => kind), [own])
  return useCallback((line) => rankKinds(line, kinds, used), [kinds, used])
}
