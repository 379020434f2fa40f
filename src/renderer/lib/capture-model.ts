import { useQuery } from '@tanstack/react-query'
import type { KindModel } from '#shared/domain/capture/kind-model.ts'

/**
 * The model of kinds for quick add, loaded when it is first needed because it is as large as the rest of a page. It
 * belongs to this build, so it is not validated.
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
