import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useForecastWords } from '#renderer/lib/use-forecast-words.ts'
import { forecastPlan } from '#shared/domain/forecast/forecast-plan.ts'
import type { ForecastFacts } from '#shared/model/forecast.ts'

/** When the gate of a stage opens at this pace, in a sentence. */
export function GateForecast({ stageUid }: { stageUid: string }) {
  const { query } = useApi()
  const facts = useQuery(query.plan.forecast.queryOptions({ input: {} }))
  // The place stays free while it is being read.
  if (facts.isPending) return null
  return <QueryGate query={facts}>{(found) => <Sentence facts={found} stageUid={stageUid} />}</QueryGate>
}

function Sentence({ facts, stageUid }: { facts: ForecastFacts; stageUid: string }) {
  const words = useForecastWords(facts.today)
  const gates = useMemo(() => forecastPlan(facts), [facts])
  const gate = gates.find(({ uid }) => uid === stageUid)
  return gate === undefined ? null : words.gate(gate, false)
}
