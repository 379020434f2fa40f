import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { useKindModel } from '#renderer/lib/capture-model.ts'
import { createKindScorer } from '#shared/domain/capture/kind-model.ts'
import { featuresOfTitle } from '#shared/domain/capture/quick-add-kind.ts'

/** Predicts kinds: by the model of the build, corrected by the kinds of the user's own entries. */
export function useKinds() {
  const { query } = useApi()
  const { model, isPending: isModelPending } = useKindModel()
  const { data: own, isPending: isOwnPending } = useQuery(query.journal.ownKinds.queryOptions({ input: {} }))
  const kinds = useMemo(() => {
    if (model === undefined) return null
    return createKindScorer(
      model,
      (own ?? []).map(({ title, kind }) => ({ line: featuresOfTitle(title), kind })),
    )
  }, [model, own])
  return { kinds, own, isPending: isModelPending || isOwnPending }
}
