import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Step } from '#shared/contract/steps.ts'
import type { StepWeeks } from '#shared/domain/steps/step-weeks.ts'
import classes from './steps.module.css'

/** Weeks that are over, each with what was done in it; a week without anything done is told like any other. */
export function PastWeeks({ past }: { past: StepWeeks<Step>['past'] }) {
  const { t } = useTranslation('steps')
  const format = useFormat()
  const openItem = useOpenItem()
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
              {t('past.week', { day: format.day(week) })} <span className={classes.quiet}>{sum}</span>
            </summary>
            <ul className={classes.rows}>
              {steps.map((step) => (
                <li key={step.uid} className={classes.left}>
                  <button type="button" className={classes.title} onClick={() => openItem({ ...step, type: 'step' })}>
                    {step.title}
                  </button>
                  <span className={classes.quiet}>{t(`status.${step.status}`)}</span>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
