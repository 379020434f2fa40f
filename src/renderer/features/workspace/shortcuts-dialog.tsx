import { Group, Kbd, Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { GO_KEY, type GoTarget } from '#renderer/lib/go-targets.ts'

const SHORTCUTS = [
  ['capture', ['N']],
  ['search', ['Ctrl', 'K']],
  ['goToDay', [GO_KEY, 'D']],
  ['undo', ['Ctrl', 'Z']],
  ['redo', ['Ctrl', 'Shift', 'Z']],
  ['save', ['Ctrl', 'Enter']],
  ['close', ['Esc']],
  ['print', ['Ctrl', 'P']],
  ['help', ['?']],
] as const

interface ShortcutsDialogProps {
  /** Pages that keys lead to. */
  pages: readonly Pick<GoTarget, 'key' | 'label'>[]
  opened: boolean
  onClose: () => void
}

/** Every key of the app on one screen. */
export function ShortcutsDialog({ pages, opened, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation(['workspace', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Table aria-label={t('shortcuts.title')}>
        <Table.Tbody>
          {SHORTCUTS.map(([name, keys]) => (
            <Shortcut key={name} label={t(`shortcuts.${name}`)} keys={keys} />
          ))}
        </Table.Tbody>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th colSpan={2}>{t('shortcuts.pages')}</Table.Th>
          </Table.Tr>
          {pages.map(({ key, label }) => (
            <Shortcut key={key} label={label} keys={[GO_KEY, key]} />
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}

function Shortcut({ label, keys }: { label: string; keys: readonly string[] }) {
  return (
    <Table.Tr>
      <Table.Td>{label}</Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
