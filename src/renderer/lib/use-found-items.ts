import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ItemType } from '#shared/model/entities.ts'
import { useApi } from './api.ts'

/** Items a picker offers at most. */
const OFFERED = 12

/**
 * Items of some types that match the text typed into a picker, or those changed last while it is empty. Read only while
 * the picker is open.
 */
export function useFoundItems(text: string, types: ItemType[], isOpen: boolean) {
  const { query } = useApi()
  const [searched] = useDebouncedValue(text, 120)
  const found = useQuery({
    ...query.search.find.queryOptions({ input: { text: searched, types, order: 'named', limit: OFFERED } }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  return found.data?.items ?? []
}
