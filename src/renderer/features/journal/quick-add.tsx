import { Modal } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import classes from './quick-add.module.css'
import type { QuickAddBoxProps } from './quick-add-box.tsx'

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
