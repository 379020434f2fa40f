import { Kbd } from '@mantine/core'
import { IconClockPlay, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keptText } from '#renderer/features/journal/early-line.ts'
import { useMeasured, useTimer } from '#renderer/features/journal/timer/use-timer.ts'
import { TIMER_KEY } from '#renderer/lib/capture.ts'
import type { Timer } from '#shared/contract/timer.ts'
import { clockText } from '#shared/domain/timer/measured.ts'
import classes from './shell.module.css'

/** Opens the timer. On every page it shows what a running timer is for and how long it has run. */
export function TimerButton({ onTimer }: { onTimer: () => void }) {
  const { t } = useTranslation('journal')
  const { data: timer } = useTimer()
  if (timer) return <RunningTimer timer={timer} onTimer={onTimer} />
  return (
    <button type="button" className={classes.capture} onClick={onTimer} title={t('timer.title')}>
      <IconClockPlay size={18} stroke={1.6} aria-hidden />
      <span className={classes.label}>{t('timer.title')}</span>
      <Kbd size="xs">{TIMER_KEY}</Kbd>
    </button>
  )
}

function RunningTimer({ timer, onTimer }: { timer: Timer; onTimer: () => void }) {
  const { t } = useTranslation('journal')
  const clock = clockText(useMeasured(timer))
  const text = keptText(timer.line).trim() || t('timer.untitled')
  const runs = timer.since !== null
  const Icon = runs ? IconClockPlay : IconPlayerPause
  return (
    <button
      type="button"
      className={classes.capture}
      data-timer={runs ? 'runs' : 'paused'}
      onClick={onTimer}
      title={text}
      aria-label={t(runs ? 'timer.running' : 'timer.paused', { clock, text })}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={classes.timed}>{text}</span>
      <b className={classes.clock}>{clock}</b>
    </button>
  )
}
