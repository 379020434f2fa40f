import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RequirementView } from '#shared/contract/plan.ts'
import { useApi } from '#renderer/lib/api.ts'
import { useRequirementText } from '#renderer/lib/use-requirement-text.ts'
import { subjectOf } from './plan-items.ts'

/** Requirements of the plan in words, with what only look-ups know: units of metrics, names of certificates. */
export function useRequirementWords() {
  const { query } = useApi()
  const text = useRequirementText()
  const metrics = useQuery(query.metrics.list.queryOptions({ input: {} }))
  const certifications = useQuery(query.catalogue.certifications.queryOptions({ input: {} }))
  return useMemo(() => {
    const unitOf = new Map((metrics.data ?? []).map(({ uid, unit }) => [uid, unit]))
    const titleOf = new Map((certifications.data ?? []).map(({ key, title }) => [key, title]))
    return {
      title: (requirement: RequirementView) =>
        text.title({
          ...requirement,
          subject: subjectOf(requirement),
          anyOf: requirement.catalogueKeys.map((key) => titleOf.get(key) ?? key),
        }),
      state: (requirement: RequirementView) =>
        text.state({ ...requirement, unit: unitOf.get(requirement.metricUid ?? '') ?? null }),
    }
  }, [certifications.data, metrics.data, text])
}
