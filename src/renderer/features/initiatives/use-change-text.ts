import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { shareOfExpected } from '#shared/domain/states/impact-retro.ts'
import type { InitiativeFields, Retro } from '#shared/model/initiative.ts'

type Bet = Pick<InitiativeFields, 'metricUid'>
type ExpectedBet = Pick<InitiativeFields, 'metricUid' | 'expectedChange'>

/** Says changes of the metrics of many initiatives, each in its unit; without the unit until the metrics are read. */
export function useChangeTexts(isAsked = true) {
  const { t } = useTranslation('initiatives')
  const { query } = useApi()
  const format = useFormat()
  const metrics = useQuery({ ...query.metrics.list.queryOptions({ input: {} }), enabled: isAsked })
  const units = useMemo(
    () => new Map(metrics.data?.map(({ uid, unit }) => [uid, format.text(unit)])),
    [format, metrics.data],
  )
  const unitOf = useCallback(({ metricUid }: Bet) => units.get(metricUid ?? '') ?? '', [units])
  const changeText = useCallback(
    (item: Bet, change: number) => `${format.signed(change)} ${unitOf(item)}`.trim(),
    [format, unitOf],
  )
  /** The measured change beside the expected one. */
  const outcomeText = (item: ExpectedBet, { actualChange }: Pick<Retro, 'actualChange'>) => {
    if (actualChange === null) return t('retro.notMeasured')
    const actual = changeText(item, actualChange)
    if (item.expectedChange === null) return t('retro.outcomeOnly', { actual })
    const share = shareOfExpected(item.expectedChange, actualChange)
    if (share === null) return t('retro.outcomeOfNone', { actual })
    // A share and no ratio: what fell just short must not read as the whole.
    const words = { actual, expected: changeText(item, item.expectedChange), share: format.percent(share) }
    return t('retro.outcome', words)
  }
  return { unitOf, changeText, outcomeText }
}

/** Says values and changes of the metric of an initiative, in its unit. */
export function useChangeText(item: ExpectedBet) {
  const format = useFormat()
  const { unitOf, changeText, outcomeText } = useChangeTexts(item.metricUid !== null)
  const unit = unitOf(item)
  return {
    unit,
    changeText: (change: number) => changeText(item, change),
    outcomeText: (retro: Pick<Retro, 'actualChange'>) => outcomeText(item, retro),
    valueText: (value: number) => format.quantity(value, unit),
  }
}
