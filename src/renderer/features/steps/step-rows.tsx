import { Button, Checkbox, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Step } from '#shared/contract/steps.ts'
import classes from './steps.module.css'
import { useStepActions } from './use-steps.ts'

/** Steps of a week to tick; a step that is done can go into the journal. */
export function StepRows({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {steps.map((step) => (
        <StepRow key={step.uid} step={step} />
      ))}
    </ul>
  )
}

function StepRow({ step }: { step: Step }) {
  const { t } = useTranslation('steps')
  const actions = useStepActions()
  const isDone = step.status === 'done'
  return (
    <li className={classes.row} data-done={isDone}>
      <Checkbox
        checked={isDone}
        aria-label={`${t('action.done')}: ${step.title}`}
        onChange={() => (isDone ? actions.reopen(step) : actions.finish(step))}
      />
      <StepTitle step={step} />
      {isDone ? (
        <LogButton step={step} onLog={() => actions.log(step)} />
      ) : (
        <Group gap={4} wrap="nowrap" className="no-print">
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => actions.postpone(step)}>
            {t('action.later')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => actions.drop(step)}>
            {t('action.drop')}
          </Button>
        </Group>
      )}
    </li>
  )
}

/** What to do and how long it takes; opens the step. */
function StepTitle({ step }: { step: Step }) {
  const format = useFormat()
  const openItem = useOpenItem()
  return (
    <button
      type="button"
      className={classes.title}
      data-uid={step.uid}
      onClick={() => openItem({ ...step, type: 'step' })}
    >
      {step.title}
      {step.minutes !== null && <span className={classes.quiet}> {format.minutes(step.minutes)}</span>}
    </button>
  )
}

/** Puts a step that is done into the journal, once. */
function LogButton({ step, onLog }: { step: Step; onLog: () => void }) {
  const { t } = useTranslation('steps')
  const { query } = useApi()
  const format = useFormat()
  const logged = useQuery(query.journal.totals.queryOptions({ input: { filter: { about: step.uid } } }))
  if (!logged.data || step.minutes === null || step.minutes === 0) return <span />
  if (logged.data.count > 0) return <span className={classes.quiet}>{t('action.logged')}</span>
  return (
    <Button size="compact-xs" variant="light" className="no-print" onClick={onLog}>
      {t('action.log', { minutes: format.minutes(step.minutes) })}
    </Button>
  )
}

/** What was planned for weeks that are over, each to be answered. */
export function LeftSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('steps')
  const format = useFormat()
  const actions = useStepActions()
  return (
    <>
      <ul className={classes.rows} aria-label={t('before.title')}>
        {steps.map((step) => (
          <li key={step.uid} className={classes.left}>
            <div>
              <StepTitle step={step} />
              <div className={classes.quiet}>{t('before.from', { day: format.day(step.week) })}</div>
            </div>
            <Group gap={4} className="no-print">
              <Button size="compact-xs" variant="light" onClick={() => actions.finish(step)}>
                {t('action.done')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => actions.keep(step)}>
                {t('action.keep')}
              </Button>
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => actions.drop(step)}>
                {t('action.drop')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {steps.length > 1 && (
        <Button size="compact-sm" variant="default" mt="xs" className="no-print" onClick={() => actions.keepAll(steps)}>
          {t('action.keepAll')}
        </Button>
      )}
    </>
  )
}
