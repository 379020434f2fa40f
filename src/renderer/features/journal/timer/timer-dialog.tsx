import { Modal } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { Boundary } from '#renderer/ui/boundary.tsx'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { keptText, parseObject } from '../early-line.ts'
import classes from '../quick-add.module.css'
import type { TimerBoxProps } from './timer-box.tsx'
import { type EarlyTimer, NEW_TIMER } from './timer-drafts.ts'
import { useTimer } from './use-timer.ts'

/** A plain field until the box is loaded, so that letters and Enter for a new timer are not lost. */
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
  // A running timer must not be typed over unseen.
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
        // With what was chosen for it before.
        drafts.keep(NEW_TIMER, JSON.stringify({ ...parseObject(drafts.read(NEW_TIMER)), text: currentTarget.value }))
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

interface TimerDialogProps extends Pick<TimerBoxProps, 'about' | 'onClose'> {
  opened: boolean
}

/** Measures time, which becomes a journal entry in the end. */
export function TimerDialog({ opened, about, onClose }: TimerDialogProps) {
  const { t } = useTranslation(['journal', 'common'])
  const early = useRef<EarlyTimer>(null)
  const close = () => {
    // Enter does not apply when the dialog is opened again.
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
