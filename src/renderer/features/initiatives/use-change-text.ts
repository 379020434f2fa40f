import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { InitiativeFields } from '#shared/model/initiative.ts'

type Bet = Pick<InitiativeFields, 'metricUid'>

/** Says changes of the metrics of many initiatives, each in its unit; without the unit until the metrics are read. */
export function useChangeTexts(isAsked = true) {
  const { query } = useApi()
  const format = useFormat()
  const metrics = useQuery({ ...query.metrics.list.queryOptions({ input: {} }), enabled: isAsked })
  const units = useMemo(
    () => new Map(metrics.data?.map(({ uid, unit }) => [uid, format.text(unit)])),
    [format, metrics.data],
  )
  const unitOf = ({ metricUid }: Bet) => units.get(metricUid ?? '') ?? ''
  return { unitOf, changeText: (item: Bet, change: number) => `${format.signed(change)} ${unitOf(item)}`.trim() }
}

/** Says values and changes of the metric of an initiative, in its unit. */
export function useChangeText(item: Bet) {
  const format = useFormat()
  const { unitOf, changeText } = useChangeTexts(item.metricUid !== null)
  const unit = unitOf(item)
  return {
    unit,
    changeText: (change: number) => changeText(item, change),
    valueText: (value: number) => format.quantity(value, unit),
  }
}
