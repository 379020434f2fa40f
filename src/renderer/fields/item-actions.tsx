import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ItemHistoryButton } from './item-history-button.tsx'

interface ItemActionsProps {
  item: { uid: string; title: string }
  onEdit: () => void
  onRemove: () => void
}

/** History, Edit and Delete of the open item. Deleting asks for no confirmation, because its message has Undo. */
export function ItemActions({ item, onEdit, onRemove }: ItemActionsProps) {
  const { t } = useTranslation('common')
  return (
    <>
      <ItemHistoryButton {...item} />
      <Tooltip label={t('action.edit')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('action.edit')} onClick={onEdit}>
          <IconPencil size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('action.remove')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('action.remove')} onClick={onRemove}>
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
