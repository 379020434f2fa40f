import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { useRequirementText } from '#renderer/lib/use-requirement-text.ts'
import type { RequirementView } from '#shared/contract/plan.ts'
import { subjectOf } from '../plan-items.ts'

/** A requirement in words: `title` what is required, `state` the progress. */
export type RequirementWords = (requirement: RequirementView) => { title: string; state: string }

/** Puts requirements of the plan into words. The units of metrics must be read for that. */
export function useRequirementWords(): RequirementWords {
  const { query } = useApi()
  const text = useRequirementText()
  const metrics = useQuery(query.metrics.list.queryOptions({ input: {} }))
  return useMemo(() => {
    const unitOf = new Map((metrics.data ?? []).map(({ uid, unit }) => [uid, unit]))
    return (requirement) =>
      text({ ...requirement, subject: subjectOf(requirement), unit: unitOf.get(requirement.metricUid ?? '') ?? null })
  }, [metrics.data, text])
}
