import { Group, Kbd, Modal, SimpleGrid, Stack, Table, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { GO_KEY, type GoTarget } from '#renderer/lib/go-targets.ts'

const SHORTCUTS = [
  ['capture', ['N']],
  ['timer', ['T']],
  ['search', ['Ctrl', 'K']],
  ['goToDay', [GO_KEY, 'D']],
  ['undo', ['Ctrl', 'Z']],
  ['redo', ['Ctrl', 'Shift', 'Z']],
  ['redoToo', ['Ctrl', 'Y']],
  ['save', ['Ctrl', 'Enter']],
  ['close', ['Esc']],
  ['print', ['Ctrl', 'P']],
  ['help', ['?']],
] as const

interface ShortcutsDialogProps {
  /** Pages that have a key. */
  pages: readonly Pick<GoTarget, 'key' | 'label'>[]
  opened: boolean
  onClose: () => void
}

/** Keys of the focused row in a list. */
const IN_LISTS = [
  ['move', ['↑', '↓']],
  ['page', ['PgUp', 'PgDn']],
  ['ends', ['Home', 'End']],
  ['open', ['Enter']],
  ['edit', ['E']],
  ['remove', ['Delete']],
  ['select', ['Space']],
  ['selectRange', ['Shift', '↑', '↓']],
  ['selectAll', ['Ctrl', 'A']],
  ['deselect', ['Esc']],
  ['actions', ['Shift', 'F10']],
] as const

/** Keys of the quick-add line. */
const IN_QUICK_ADD = [
  ['save', ['Enter']],
  ['saveAndStay', ['Shift', 'Enter']],
  ['suggestion', ['Tab']],
  ['accept', ['→']],
  ['repeat', ['↑', '↓']],
  ['leave', ['Esc']],
] as const

/** Keys of the focused entry in the inbox. */
const IN_INBOX = [
  ['accept', ['Enter']],
  ['kinds', ['1', '…', '5']],
  ['allKinds', ['K']],
  ['time', ['T']],
  ['done', ['D']],
  ['edit', ['E']],
  ['remove', ['Delete']],
] as const

/** Keys of the three rows of *How the week went*. */
const IN_WEEK = [
  ['answer', ['0', '…', '4']],
  ['rows', ['↑', '↓']],
  ['choices', ['←', '→']],
] as const

/** Keys that exist on one or two pages only. */
const ELSEWHERE = [
  ['another', ['←', '→', '↑', '↓']],
  ['ends', ['Home', 'End']],
  ['number', ['↑', '↓']],
  ['addFocus', ['Enter']],
  ['removeFocus', ['Backspace']],
  ['moveRow', ['Alt', '↑', '↓']],
  ['moveFocus', ['Alt', '↑', '↓']],
  ['moveCard', ['Shift', '←', '→']],
] as const

/** All keys of the app on one screen, except the standard keys of tabs, menus and lists of choices. */
export function ShortcutsDialog({ pages, opened, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation(['workspace', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Stack gap="lg">
          <KeyTable
            title={t('shortcuts.everywhere')}
            rows={SHORTCUTS.map(([name, keys]) => [t(`shortcuts.${name}`), keys])}
          />
          <KeyTable
            title={t('shortcuts.inQuickAdd')}
            rows={IN_QUICK_ADD.map(([name, keys]) => [t(`shortcuts.quickAdd.${name}`), keys])}
          />
        </Stack>
        <Stack gap="lg">
          <KeyTable
            title={t('shortcuts.inLists')}
            rows={IN_LISTS.map(([name, keys]) => [t(`shortcuts.list.${name}`), keys])}
          />
          <KeyTable
            title={t('shortcuts.elsewhere')}
            rows={ELSEWHERE.map(([name, keys]) => [t(`shortcuts.other.${name}`), keys])}
          />
        </Stack>
        <Stack gap="lg">
          <KeyTable
            title={t('shortcuts.inInbox')}
            rows={IN_INBOX.map(([name, keys]) => [t(`shortcuts.inbox.${name}`), keys])}
          />
          <KeyTable
            title={t('shortcuts.inWeek')}
            rows={IN_WEEK.map(([name, keys]) => [t(`shortcuts.week.${name}`), keys])}
          />
        </Stack>
        <KeyTable title={t('shortcuts.pages')} rows={pages.map(({ key, label }) => [label, [GO_KEY, key]])} />
      </SimpleGrid>
    </Modal>
  )
}

function KeyTable({ title, rows }: { title: string; rows: [what: string, keys: readonly string[]][] }) {
  return (
    <section>
      <Title order={3} size="sm" mb={4}>
        {title}
      </Title>
      <Table aria-label={title} verticalSpacing={5}>
        <Table.Tbody>
          {rows.map(([what, keys]) => (
            <Table.Tr key={what}>
              <Table.Td>{what}</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
