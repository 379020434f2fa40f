import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import type { CertificationEntry } from '#shared/contract/catalogue.ts'
import { type CertificationState, certificationState } from '#shared/domain/states/certification-state.ts'
import type { ItemView } from '#shared/model/entities.ts'

/** Entries of the catalogue by their key. */
export function useCatalogueEntries(): Map<string, CertificationEntry> {
  const { query } = useApi()
  const entries = useQuery(query.catalogue.certifications.queryOptions({ input: {} }))
  return useMemo(() => new Map((entries.data ?? []).map((entry) => [entry.key, entry])), [entries.data])
}

/** The state of a certification today, with the issuer's renewal window if the catalogue has it. */
export function useCertificationState(): (item: ItemView<'certification'>) => CertificationState {
  const today = useToday()
  const entries = useCatalogueEntries()
  return useMemo(
    () => (item) => certificationState(item, today, entries.get(item.catalogueKey ?? '')?.renewal?.windowDays ?? null),
    [entries, today],
  )
}
