import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#renderer/ui/action-menu.tsx'
import classes from './row-order.module.css'
import type { RowOrder } from './use-row-order.ts'

/** The handle for dragging a row with the mouse; without a mouse, rows are moved by keys or by the menu. */
export function RowHandle({ beside = false }: { beside?: boolean }) {
  const { t } = useTranslation('common')
  return (
    <span className={classes.handle} data-beside={beside} data-handle draggable aria-hidden title={t('order.drag')}>
      <IconGripVertical size={14} />
    </span>
  )
}

/** Announces the new place of a moved row. */
export function RowOrderStatus({ order }: { order: Pick<RowOrder, 'said'> }) {
  return <VisuallyHidden role="status">{order.said}</VisuallyHidden>
}

/** Menu actions that move a row. */
export function useMoveActions(
  order: Pick<RowOrder, 'canMove' | 'step'>,
  uid: string,
  words?: { up: string; down: string },
): Action[] {
  const { t } = useTranslation('common')
  return [
    {
      label: words?.up ?? t('order.up'),
      icon: <IconArrowUp size={16} />,
      keys: ['Alt', '↑'],
      disabled: !order.canMove(uid, -1),
      run: () => order.step(uid, -1),
    },
    {
      label: words?.down ?? t('order.down'),
      icon: <IconArrowDown size={16} />,
      keys: ['Alt', '↓'],
      disabled: !order.canMove(uid, 1),
      run: () => order.step(uid, 1),
    },
  ]
}
