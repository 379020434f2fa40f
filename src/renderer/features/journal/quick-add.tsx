import { Modal } from '@mantine/core'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { Boundary } from '#renderer/ui/boundary.tsx'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { type EarlyLine, keptText, LINE_DRAFT, typeEarly } from './early-line.ts'
import classes from './quick-add.module.css'
import type { QuickAddBoxProps } from './quick-add-box.tsx'
import { useReplaced } from './use-replaced.ts'

/** A plain field with the line that is kept, where letters and Enter go until the box is there: none of them is lost. */
function EarlyInput({ early }: Pick<QuickAddBoxProps, 'early'>) {
  const { t } = useTranslation('journal')
  const box = useDraftBox()
  const [begun] = useState(() => early.current?.text ?? keptText(box.read(LINE_DRAFT)))
  const field = useRef<HTMLInputElement>(null)
  const takeReplaced = useReplaced(field)
  useLayoutEffect(() => {
    const input = field.current
    if (input === null) return
    // While this field was first drawn, letters went to the one before it still.
    if (early.current !== null) input.value = early.current.text
    input.focus()
    input.setSelectionRange(input.value.length, input.value.length)
  }, [early])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const text = event.currentTarget.value
    // One line is saved at a time: what stands behind it stays in the field.
    if (text.trim() === '' || early.current?.enter) return
    early.current = { text, isNew: early.current?.isNew ?? false, enter: { text, keepOpen: event.shiftKey } }
  }
  return (
    <input
      ref={field}
      defaultValue={begun}
      className={classes.input}
      aria-label={t('capture.title')}
      maxLength={2000}
      data-autofocus
      onChange={({ currentTarget }) => {
        early.current = typeEarly(early.current, currentTarget.value, takeReplaced())
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
      <Boundary kept={<EarlyInput early={early} />}>
        <QuickAddBox about={about} early={early} onClose={onClose} />
      </Boundary>
    </Modal>
  )
}
