import { Anchor, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type ForecastWords, isTypical, useForecastWords } from '#renderer/lib/use-forecast-words.ts'
import { useRequirementText } from '#renderer/lib/use-requirement-text.ts'
import { createDraws } from '#shared/domain/forecast/draws.ts'
import {
  AS_IT_IS,
  forecastPlan,
  type GateForecast,
  type WhatIf as WhatIfOf,
} from '#shared/domain/forecast/forecast-plan.ts'
import { OWN_MONTHS } from '#shared/domain/forecast/forecast-requirement.ts'
import type { ForecastFacts, ForecastStage } from '#shared/model/forecast.ts'
import classes from './forecast.module.css'
import { ForecastFrame } from './forecast-frame.tsx'
import { ForecastLine } from './forecast-line.tsx'
import { type Choice, ForecastReasons } from './forecast-reasons.tsx'
import { WhatIf } from './what-if.tsx'

/** When the gate of a stage opens at this pace, why, and the what-if. */
export function ForecastSection({ stageUid }: { stageUid: string }) {
  const { query } = useApi()
  const facts = useQuery(query.plan.forecast.queryOptions({ input: {} }))
  return (
    <ForecastFrame>
      <QueryGate query={facts}>
        {(found) => {
          const stage = found.stages.find(({ uid }) => uid === stageUid)
          return stage === undefined || stage.passedOn !== null ? null : <StageForecast facts={found} stage={stage} />
        }}
      </QueryGate>
    </ForecastFrame>
  )
}

/** The changes being tried out, kept only while the section is on the screen. */
function useWhatIf() {
  const [factor, setFactor] = useState(1)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const whatIf = useMemo((): WhatIfOf => {
    const of = (wanted: Choice) => [...choices].flatMap(([uid, choice]) => (choice === wanted ? [uid] : []))
    return { factor, dropped: of('drop'), postponed: of('postpone') }
  }, [factor, choices])
  return {
    whatIf,
    choices,
    isChanged: factor !== 1 || whatIf.dropped.length > 0 || whatIf.postponed.length > 0,
    setFactor,
    setChoice: (uid: string, choice: Choice) => setChoices((before) => new Map(before).set(uid, choice)),
    reset: () => {
      setFactor(1)
      setChoices(new Map())
    },
  }
}

function StageForecast({ facts, stage }: { facts: ForecastFacts; stage: ForecastStage }) {
  const { t } = useTranslation('forecast')
  const words = useForecastWords(facts.today)
  const [drawsOf] = useState(() => createDraws())
  const [why, { toggle }] = useDisclosure()
  const { whatIf, choices, isChanged, setFactor, setChoice, reset } = useWhatIf()
  const asItIs = useMemo(() => forecastPlan(facts, AS_IT_IS, drawsOf), [facts, drawsOf])
  const tried = useMemo(
    () => (isChanged ? forecastPlan(facts, whatIf, drawsOf) : asItIs),
    [facts, whatIf, isChanged, asItIs, drawsOf],
  )
  const base = asItIs.find(({ uid }) => uid === stage.uid)
  const gate = tried.find(({ uid }) => uid === stage.uid)
  if (base === undefined || gate === undefined) return null
  const sentence = words.gate(gate, isChanged)
  return (
    <>
      <p className={classes.sentence} data-testid="forecast" aria-live="polite">
        {sentence}
      </p>
      <Details gate={gate} stage={stage} gates={tried} words={words} />
      <ForecastLine
        today={facts.today}
        plannedEnd={stage.plannedEnd}
        range={gate.range}
        scale={base.range}
        sentence={sentence}
      />
      <WhatIf
        factor={whatIf.factor}
        hours={facts.hoursPerWeek}
        isChanged={isChanged}
        onFactor={setFactor}
        onReset={reset}
      />
      <Anchor component="button" type="button" size="sm" aria-expanded={why} onClick={toggle}>
        {t(why ? 'why.hide' : 'why.show')}
      </Anchor>
      {why && (
        <ForecastReasons facts={facts} stage={stage} gate={base} words={words} choices={choices} onChoice={setChoice} />
      )}
    </>
  )
}

interface DetailsProps {
  gate: GateForecast
  stage: ForecastStage
  gates: GateForecast[]
  words: ForecastWords
}

/**
 * Under the sentence: the range, the last requirement, where the template's pace was used, and the forecast of the
 * plan.
 */
function Details({ gate, stage, gates, words }: DetailsProps) {
  const { t } = useTranslation('forecast')
  const textOf = useRequirementText()
  const last = stage.requirements.find(({ uid }) => uid === gate.last)
  const typical = gate.requirements.filter(
    ({ answer, reason }) => answer.kind === 'dated' && reason?.typical != null && reason.months < OWN_MONTHS,
  ).length
  const isDated = gate.state === 'dated' && gate.range !== null
  const lines = [
    isDated && gate.range !== null && t('range', { range: words.range(gate.range) }),
    isDated && last !== undefined && t('last', { title: textOf(last).title }),
    typical > 0 && t('typical', { count: typical }),
  ].filter((line) => line !== false)
  return (
    <>
      <Text size="sm" c="dimmed">
        {lines.map((line) => (line.endsWith('.') ? line : `${line}.`)).join(' ')}
      </Text>
      <Text size="sm" c="dimmed">
        {gates.at(-1)?.uid !== gate.uid && planLine(t, gates, words)}
      </Text>
    </>
  )
}

function planLine(
  t: ReturnType<typeof useTranslation<'forecast'>>['t'],
  gates: GateForecast[],
  words: ForecastWords,
): string {
  const { range = null, lateMonths = null, state = 'none' } = gates.at(-1) ?? {}
  const undated = gates.reduce((sum, { never, noData }) => sum + never.length + noData.length, 0)
  if (undated > 0) return t('planUndated', { count: undated })
  if (range === null || state === 'partly') return t('planNone')
  // Without any measured pace, the forecast of the whole plan is unknown.
  if (gates.every((gate) => gate.state === 'passed' || isTypical(gate))) return ''
  return t('plan', { when: words.when(range.median), late: words.late(lateMonths ?? 0), range: words.range(range) })
}
