import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RoleSide } from '#shared/model/achievement.ts'
import { useApi } from './api.ts'
import { useFormat } from './use-format.ts'

/** The names of the plan's two roles for marks and columns; empty until they are read. */
export function useRoles(): Record<RoleSide, string> {
  const { query } = useApi()
  const { text } = useFormat()
  const { data } = useQuery(query.catalogue.roles.queryOptions({ input: {} }))
  return useMemo(() => ({ from: data ? text(data.from) : '', to: data ? text(data.to) : '' }), [data, text])
}
