import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { ExperimentState } from '#shared/domain/states/experiment-state.ts'
import type { Verdict } from '#shared/model/vocabulary.ts'

/** A failed experiment taught something, so it is not shown as an alarm. */
const VERDICT_TONES: Record<Verdict, Tone> = { worked: 'good', failed: 'neutral', inconclusive: 'neutral' }

/** The state of an experiment in words. */
export function ExperimentBadge({ state }: { state: ExperimentState }) {
  const { t } = useTranslation(['obstacles', 'vocabulary'])
  switch (state.state) {
    case 'suggested':
      return <StatusBadge tone="neutral" label={t('experiments.state.suggested')} />
    case 'running':
      return (
        <StatusBadge
          tone="active"
          label={
            state.daysLeft === null
              ? t('experiments.state.running')
              : t('experiments.state.runningDays', { count: state.daysLeft })
          }
        />
      )
    case 'due':
      return <StatusBadge tone="warn" label={t('experiments.state.due')} />
    case 'closed':
      return <StatusBadge tone={VERDICT_TONES[state.verdict]} label={t(`vocabulary:verdict.${state.verdict}`)} />
  }
}
