import { ActionIcon, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { SideDrawer } from '#renderer/ui/side-drawer.tsx'

const ItemHistory = lazyPart(async () => (await import('./item-history.tsx')).ItemHistory)

/** Opens the history of one item, which is read at that moment. */
export function ItemHistoryButton({ uid, title }: { uid: string; title: string }) {
  const { t } = useTranslation(['history', 'common'])
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Tooltip label={t('item.open')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('item.open')} onClick={open}>
          <IconHistory size={18} />
        </ActionIcon>
      </Tooltip>
      <SideDrawer
        opened={opened}
        onClose={close}
        title={t('item.title', { title })}
        closeLabel={t('common:action.close')}
      >
        {opened && <ItemHistory uid={uid} />}
      </SideDrawer>
    </>
  )
}
