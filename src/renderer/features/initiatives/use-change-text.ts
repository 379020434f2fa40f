import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { InitiativeFields } from '#shared/model/initiative.ts'

/** Says values and changes of the metric of an initiative, in its unit. */
export function useChangeText({ metricUid }: Pick<InitiativeFields, 'metricUid'>) {
  const { query } = useApi()
  const format = useFormat()
  const metrics = useQuery({ ...query.metrics.list.queryOptions({ input: {} }), enabled: metricUid !== null })
  const unit = format.text(metrics.data?.find(({ uid }) => uid === metricUid)?.unit ?? '')
  return {
    unit,
    changeText: (change: number) => `${format.signed(change)} ${unit}`.trim(),
    valueText: (value: number) => format.quantity(value, unit),
  }
}
