import { Kbd } from '@mantine/core'
import { IconClockPlay, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keptText } from '#renderer/features/journal/early-line.ts'
import { useMeasured, useTimer } from '#renderer/features/journal/timer/use-timer.ts'
import { TIMER_KEY } from '#renderer/lib/capture.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { clockText, measuredMinutes } from '#shared/domain/timer/measured.ts'
import classes from './shell.module.css'

/** Opens the timer; while there is one it says what for and how long, on every page. It stays the same button: the focus comes back to it. */
export function TimerButton({ onTimer }: { onTimer: () => void }) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const { data } = useTimer()
  const timer = data ?? null
  const measured = useMeasured(timer)
  const runs = timer?.since !== null && timer !== null
  const text = timer === null ? t('timer.title') : keptText(timer.line).trim() || t('timer.untitled')
  // In minutes: what the button is called is told anew each time it changes.
  const name = { time: format.minutes(measuredMinutes(measured)), text }
  const Icon = timer === null || runs ? IconClockPlay : IconPlayerPause
  return (
    <button
      type="button"
      className={classes.capture}
      data-timer={timer === null ? undefined : runs ? 'runs' : 'paused'}
      onClick={onTimer}
      title={text}
      aria-label={timer === null ? undefined : t(runs ? 'timer.running' : 'timer.paused', name)}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={timer === null ? classes.label : classes.timed}>{text}</span>
      {timer === null ? <Kbd size="xs">{TIMER_KEY}</Kbd> : <b className={classes.clock}>{clockText(measured)}</b>}
    </button>
  )
}
