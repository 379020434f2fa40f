import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import { type ExperimentState, experimentStart, experimentState } from '#shared/domain/states/experiment-state.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { ExperimentBadge } from './experiment-badge.tsx'
import { ExperimentForm } from './experiment-form.tsx'
import classes from './experiments.module.css'
import { VerdictForm } from './verdict-form.tsx'

/** One experiment: what is tried, its state, and the next step. */
export function ExperimentCard({ experiment, isSought }: { experiment: ItemView<'experiment'>; isSought: boolean }) {
  const [mode, setMode] = useState<'read' | 'start' | 'edit' | 'close'>('read')
  const card = useFocusReturn<HTMLElement>(mode !== 'read')
  const state = experimentState(experiment, useToday())
  const read = () => setMode('read')
  // A started experiment moves to the running ones; the focus follows it.
  const isStarted = mode === 'start' && state.state !== 'suggested'
  useEffect(() => {
    if (isStarted) setMode('read')
  }, [isStarted])
  useEffect(() => {
    if (isSought) card.current?.scrollIntoView({ block: 'nearest' })
  }, [card, isSought])
  return (
    <article ref={card} tabIndex={-1} className={classes.card} data-sought={isSought}>
      {mode === 'edit' ? (
        <ExperimentForm experiment={experiment} obstacleUid={experiment.obstacleUid} onDone={read} />
      ) : (
        <Summary experiment={experiment} state={state} />
      )}
      {mode === 'close' && (
        <div className={classes.verdict}>
          <VerdictForm experiment={experiment} onDone={read} />
        </div>
      )}
      {(mode === 'read' || mode === 'start') && (
        <Actions
          experiment={experiment}
          state={state}
          onStart={() => setMode('start')}
          onEdit={() => setMode('edit')}
          onClose={() => setMode('close')}
        />
      )}
    </article>
  )
}

interface PartProps {
  experiment: ItemView<'experiment'>
  state: ExperimentState
}

function Summary({ experiment, state }: PartProps) {
  const format = useFormat()
  return (
    <>
      <div className={classes.head}>
        <h4 className={classes.title}>{format.text(experiment.title)}</h4>
        <ExperimentBadge state={state} />
      </div>
      <Timing experiment={experiment} state={state} />
      <Texts experiment={experiment} state={state} />
    </>
  )
}

function Timing({ experiment, state }: PartProps) {
  const { t } = useTranslation('obstacles')
  const format = useFormat()
  const { startDay, reviewDay, reviewAfterDays, verdictDay } = experiment
  const words = () => {
    if (state.state === 'suggested') return t('experiments.after', { count: reviewAfterDays })
    if (state.state === 'closed')
      return verdictDay === null ? '' : t('experiments.closedOn', { day: format.day(verdictDay) })
    const start = startDay === null ? '' : format.day(startDay)
    return reviewDay === null
      ? t('experiments.sinceOnly', { start })
      : t('experiments.since', { start, review: format.day(reviewDay) })
  }
  return <div className={classes.quiet}>{words()}</div>
}

/** While it runs everything is visible; before and after, the details are folded. */
function Texts({ experiment, state }: PartProps) {
  const { t } = useTranslation('obstacles')
  const format = useFormat()
  const [hypothesis, action, indicator] = [experiment.hypothesis, experiment.action, experiment.indicator].map(
    format.text,
  )
  const how = (
    <Facts
      rows={[
        [t('experiments.field.action'), action],
        [t('experiments.field.indicator'), indicator],
      ]}
    />
  )
  const isRunning = state.state === 'running' || state.state === 'due'
  return (
    <>
      {hypothesis && <p className={classes.text}>{hypothesis}</p>}
      {(action || indicator) &&
        (isRunning ? (
          <div className={classes.how}>{how}</div>
        ) : (
          <details className={classes.how}>
            <summary>{t('experiments.how')}</summary>
            {how}
          </details>
        ))}
      {experiment.lesson && (
        <div className={classes.text}>
          <strong>{t('experiments.field.lesson')}</strong>
          <Markdown text={experiment.lesson} />
        </div>
      )}
    </>
  )
}

interface ActionsProps extends PartProps {
  onStart: () => void
  onEdit: () => void
  onClose: () => void
}

function Actions({ experiment, state, onStart, onEdit, onClose }: ActionsProps) {
  const { t } = useTranslation('obstacles')
  const { client } = useApi()
  const format = useFormat()
  const today = useToday()
  const undoable = useUndoable()
  const title = format.text(experiment.title)
  const start = useMutation({
    mutationFn: () => client.experiments.update({ uid: experiment.uid, patch: experimentStart(experiment, today) }),
    onSuccess: ({ batchId }) => {
      onStart()
      undoable(t('experiments.started', { title }), batchId)
    },
  })
  const remove = useRemove(
    (uid) => client.experiments.remove({ uid }),
    () => {},
  )
  return (
    <div className={classes.actions}>
      {state.state === 'suggested' && (
        <Button
          size="xs"
          variant="light"
          loading={start.isPending}
          aria-label={t('experiments.startNamed', { title })}
          onClick={() => start.mutate()}
        >
          {t('experiments.start')}
        </Button>
      )}
      {(state.state === 'running' || state.state === 'due') && (
        <Button
          size="xs"
          variant={state.state === 'due' ? 'filled' : 'light'}
          aria-label={t('experiments.closeNamed', { title })}
          onClick={onClose}
        >
          {t('experiments.close')}
        </Button>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={t('experiments.editNamed', { title })} onClick={onEdit}>
        <IconPencil size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('experiments.removeNamed', { title })}
        onClick={() => remove.mutate({ uid: experiment.uid, title })}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </div>
  )
}
