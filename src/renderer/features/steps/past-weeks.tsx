import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Step } from '#shared/contract/steps.ts'
import type { StepWeeks } from '#shared/domain/steps/step-weeks.ts'
import { LogButton } from './log-button.tsx'
import classes from './steps.module.css'
import { useWeekStart } from './use-steps.ts'

/** Past weeks with the outcome of their steps; a week without done steps is shown like any other. */
export function PastWeeks({ past }: { past: StepWeeks<Step>['past'] }) {
  const { t } = useTranslation('steps')
  const format = useFormat()
  const openItem = useOpenItem()
  const startOf = useWeekStart()
  if (past.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('past.empty')}
      </Text>
    )
  return (
    <div className={classes.past}>
      {past.map(({ week, steps }) => {
        const done = steps.filter(({ status }) => status === 'done').length
        const sum = done === 0 ? t('past.none') : t('week.summary', { done, count: steps.length })
        return (
          <details key={week}>
            <summary>
              {t('past.week', { day: format.day(startOf(week)) })} <span className={classes.quiet}>{sum}</span>
            </summary>
            <ul className={classes.rows}>
              {steps.map((step) => (
                <li key={step.uid} className={classes.left}>
                  <button
                    type="button"
                    data-uid={step.uid}
                    className={classes.title}
                    onClick={() => openItem({ ...step, type: 'step' })}
                  >
                    {step.title}
                  </button>
                  <span className={classes.quiet}>
                    {t(`status.${step.status}`)} <LogButton step={step} />
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
