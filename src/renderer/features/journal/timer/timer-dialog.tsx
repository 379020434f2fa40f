import { Modal } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { Boundary } from '#renderer/ui/boundary.tsx'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { keptText } from '../early-line.ts'
import classes from '../quick-add.module.css'
import type { TimerBoxProps } from './timer-box.tsx'
import { type EarlyTimer, NEW_TIMER } from './timer-drafts.ts'
import { useTimer } from './use-timer.ts'

/** A plain field until the box is there: no letter and no Enter of a timer to begin is lost. */
function EarlyInput({ early }: Pick<TimerBoxProps, 'early'>) {
  const { t } = useTranslation('journal')
  const drafts = useDraftBox()
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (field.current === null) return
    if (early.current !== null) field.current.value = early.current.text
    field.current.focus()
  }, [early])
  const { data: timer } = useTimer()
  // One that runs is not typed anew without being seen.
  if (timer !== null) return null
  return (
    <input
      ref={field}
      defaultValue={keptText(drafts.read(NEW_TIMER))}
      className={classes.input}
      aria-label={t('timer.label')}
      maxLength={2000}
      data-autofocus
      onChange={({ currentTarget }) => {
        early.current = { text: currentTarget.value, isEntered: false }
        drafts.keep(NEW_TIMER, JSON.stringify({ text: currentTarget.value }))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        early.current = { text: event.currentTarget.value, isEntered: true }
      }}
    />
  )
}

const TimerBox = lazyPanel(async () => (await import('./timer-box.tsx')).TimerBox, EarlyInput)

export interface TimerDialogProps {
  opened: boolean
  /** The item a new timer is for. */
  about: CaptureTarget | null
  onClose: () => void
}

/** Time is measured while one works, and becomes a journal line in the end. */
export function TimerDialog({ opened, about, onClose }: TimerDialogProps) {
  const { t } = useTranslation(['journal', 'common'])
  const early = useRef<EarlyTimer>(null)
  const close = () => {
    // Enter was not meant for the next time.
    early.current = null
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('timer.title')}
      size={680}
      yOffset="14vh"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Boundary kept={<EarlyInput early={early} />}>
        <TimerBox about={about} early={early} onClose={onClose} />
      </Boundary>
    </Modal>
  )
}
