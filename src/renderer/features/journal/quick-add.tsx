import { Modal } from '@mantine/core'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { today } from '#renderer/lib/today.ts'
import { useKeepSoon } from '#renderer/lib/use-keep-soon.ts'
import { Boundary } from '#renderer/ui/boundary.tsx'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import {
  beginEarly,
  confirmEarly,
  EARLY_DRAFT,
  type EarlyLine,
  keptText,
  LINE_DRAFT,
  leaveEarly,
  readEarly,
  typeEarly,
} from './early-line.ts'
import classes from './quick-add.module.css'
import type { QuickAddBoxProps } from './quick-add-box.tsx'
import { useReplaced } from './use-replaced.ts'

/** A plain field with the kept line. It takes letters and Enter until the box is loaded, so that none are lost. */
function EarlyInput({ early }: Pick<QuickAddBoxProps, 'early'>) {
  const { t } = useTranslation('journal')
  const box = useDraftBox()
  const [begun] = useState(() => keptText(box.read(LINE_DRAFT)))
  const field = useRef<HTMLInputElement>(null)
  const takeReplaced = useReplaced(field)
  const keepSoon = useKeepSoon(() => {
    // Null means that the box is loaded and has taken the text over.
    box.keep(EARLY_DRAFT, early.current && JSON.stringify(leaveEarly(early.current)))
  })
  const show = (next: EarlyLine) => {
    early.current = next
    keepSoon()
  }
  useLayoutEffect(() => {
    const input = field.current
    if (input === null) return
    early.current ??= readEarly(box.read(EARLY_DRAFT), begun)
    // While this field was first drawn, letters still went to the former one.
    if (early.current !== null) input.value = early.current.text
    input.focus()
    input.setSelectionRange(input.value.length, input.value.length)
  }, [early, box, begun])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    show(confirmEarly(early.current ?? beginEarly(begun, today()), event.shiftKey))
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
        const typed = { text: currentTarget.value, isReplaced: takeReplaced(), today: today() }
        show(typeEarly(early.current ?? beginEarly(begun, today()), typed))
      }}
      onKeyDown={onKeyDown}
    />
  )
}

const QuickAddBox = lazyPanel(async () => (await import('./quick-add-box.tsx')).QuickAddBox, EarlyInput)

interface QuickAddDialogProps extends Pick<QuickAddBoxProps, 'about' | 'onClose'> {
  opened: boolean
}

/** One box for anything done: the line is parsed while typing and saved with Enter. */
export function QuickAddDialog({ opened, about, onClose }: QuickAddDialogProps) {
  const { t } = useTranslation(['journal', 'common'])
  const early = useRef<EarlyLine>(null)
  const boxes: QuickAddBoxProps['boxes'] = useRef({ open: null, done: new Set<string>() })
  const close = () => {
    if (early.current !== null) early.current = leaveEarly(early.current)
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
        <QuickAddBox about={about} early={early} boxes={boxes} onClose={onClose} />
      </Boundary>
    </Modal>
  )
}
