import { Button, Checkbox, Group } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useKeepFocus } from '#renderer/lib/use-keep-focus.ts'
import type { Step } from '#shared/contract/steps.ts'
import { LogButton } from './log-button.tsx'
import classes from './steps.module.css'
import { useStepActions, useWeekStart } from './use-steps.ts'

const rowsOf = (steps: readonly Step[]) => steps.map(({ uid }) => uid).join()

/** Steps of a week with checkboxes; a done step can be logged in the journal. */
export function StepRows({ steps, label }: { steps: readonly Step[]; label: string }) {
  const list = useRef<HTMLUListElement>(null)
  useKeepFocus(list, rowsOf(steps))
  return (
    <ul ref={list} className={classes.rows} aria-label={label}>
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
        <LogButton step={step} />
      ) : (
        <Group gap={4} wrap="nowrap" className="no-print">
          <StepButton step={step} action="later" variant="subtle" onClick={() => actions.postpone(step)} />
          <StepButton step={step} action="drop" variant="subtle" onClick={() => actions.drop(step)} />
        </Group>
      )}
    </li>
  )
}

/** The title and duration of a step; a click opens the step. */
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

/** Open steps of past weeks, each waiting for a decision. */
export function LeftSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('steps')
  const format = useFormat()
  const actions = useStepActions()
  const startOf = useWeekStart()
  const list = useRef<HTMLUListElement>(null)
  useKeepFocus(list, rowsOf(steps))
  return (
    <>
      <ul ref={list} className={classes.rows} aria-label={t('before.title')}>
        {steps.map((step) => (
          <li key={step.uid} className={classes.left}>
            <div>
              <StepTitle step={step} />
              <div className={classes.quiet}>{t('before.from', { day: format.day(startOf(step.week)) })}</div>
            </div>
            <Group gap={4} className="no-print">
              <StepButton step={step} action="done" variant="light" onClick={() => actions.finish(step)} />
              <StepButton step={step} action="keep" variant="default" onClick={() => actions.keep(step)} />
              <StepButton step={step} action="drop" variant="subtle" onClick={() => actions.drop(step)} />
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

interface StepButtonProps {
  step: Step
  action: 'done' | 'keep' | 'later' | 'drop'
  variant: 'light' | 'default' | 'subtle'
  onClick: () => void
}

/** A button of a step in a list; its accessible name includes the step. */
function StepButton({ step, action, variant, onClick }: StepButtonProps) {
  const { t } = useTranslation('steps')
  const label = t(`action.${action}`)
  return (
    <Button
      size="compact-xs"
      variant={variant}
      {...(variant === 'subtle' && { color: 'gray' })}
      aria-label={`${label}: ${step.title}`}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
