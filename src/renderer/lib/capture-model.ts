import { useQuery } from '@tanstack/react-query'
import type { KindModel } from '#shared/domain/capture/kind-model.ts'

/**
 * What quick add has learned of kinds, fetched when it is first needed: it is as large as the rest of a page. Comes with this
 * build, so it is read as it is.
 */
export function useKindModel(): { model: KindModel | undefined; isPending: boolean } {
  const { data: model, isPending } = useQuery({
    queryKey: ['capture-model'],
    queryFn: loadKindModel,
    staleTime: 'static',
    gcTime: Infinity,
  })
  return { model, isPending }
}

async function loadKindModel(): Promise<KindModel> {
  const { default: text } = await import('#resources/capture/model.json?raw')
  return JSON.parse(text) as KindModel
}
