import { Modal } from '@mantine/core'
import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import classes from './quick-add.module.css'

export interface QuickAddBoxProps {
  /** The item it was opened for. */
  about: CaptureTarget | null
  /** What was typed before the box was there. */
  early: RefObject<string>
  onClose: () => void
}

/** A plain field where letters go until the box is there: none of them is lost. */
function EarlyInput({ early }: QuickAddBoxProps) {
  const { t } = useTranslation('journal')
  return (
    <input
      ref={(field) => field?.focus()}
      className={classes.input}
      aria-label={t('capture.title')}
      maxLength={2000}
      data-autofocus
      onChange={({ currentTarget }) => {
        early.current = currentTarget.value
      }}
    />
  )
}

const QuickAddBox = lazyPanel(async () => (await import('./quick-add-box.tsx')).QuickAddBox, EarlyInput)

interface QuickAddDialogProps extends Pick<QuickAddBoxProps, 'about' | 'onClose'> {
  opened: boolean
}

/** One box for anything done: parsed while typing, saved with Enter. */
export function QuickAddDialog({ opened, about, onClose }: QuickAddDialogProps) {
  const { t } = useTranslation(['journal', 'common'])
  const early = useRef('')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('capture.title')}
      size={680}
      yOffset="14vh"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <QuickAddBox about={about} early={early} onClose={onClose} />
    </Modal>
  )
}
