import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { RoleSide } from '#shared/model/achievement.ts'

/** What the two roles of the plan are called in marks and columns; nothing until it is known. */
export function useRoles(): Record<RoleSide, string> {
  const { query } = useApi()
  const { text } = useFormat()
  const { data } = useQuery(query.catalogue.roles.queryOptions({ input: {} }))
  return useMemo(() => ({ from: data ? text(data.from) : '', to: data ? text(data.to) : '' }), [data, text])
}
