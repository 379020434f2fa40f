import { Modal } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { type EarlyLine, keptText, LINE_DRAFT } from './early-line.ts'
import classes from './quick-add.module.css'
import type { QuickAddBoxProps } from './quick-add-box.tsx'

function focusAtEnd(field: HTMLInputElement | null): void {
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}

/** A plain field with the line that is kept, where letters and Enter go until the box is there: none of them is lost. */
function EarlyInput({ early }: QuickAddBoxProps) {
  const { t } = useTranslation('journal')
  const box = useDraftBox()
  const [begun] = useState(() => early.current?.text ?? keptText(box.read(LINE_DRAFT)))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    early.current = { text: event.currentTarget.value, enter: { keepOpen: event.shiftKey } }
  }
  return (
    <input
      ref={focusAtEnd}
      defaultValue={begun}
      className={classes.input}
      aria-label={t('capture.title')}
      maxLength={2000}
      data-autofocus
      onChange={({ currentTarget }) => {
        early.current = { text: currentTarget.value, enter: null }
      }}
      onKeyDown={onKeyDown}
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
  const early = useRef<EarlyLine>(null)
  const close = () => {
    // What was typed stays, but Enter was not meant for the next time.
    if (early.current !== null) early.current = { ...early.current, enter: null }
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
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
