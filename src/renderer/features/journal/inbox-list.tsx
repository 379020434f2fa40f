import { ActionIcon, Button, Group, Select, Table, Tooltip, UnstyledButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { ActivityLine } from '#shared/model/activity.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'

/** The inbox: give each line a kind and it leaves; open it for everything else. */
export function InboxList({ lines, onOpen }: { lines: ActivityLine[]; onOpen: (uid: string) => void }) {
  const { t } = useTranslation('journal')
  return (
    <Table aria-label={t('inboxTitle')} verticalSpacing="xs">
      <Table.Tbody>
        {lines.map((line) => (
          <InboxRow key={line.uid} line={line} onOpen={onOpen} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function InboxRow({ line, onOpen }: { line: ActivityLine; onOpen: (uid: string) => void }) {
  const { t } = useTranslation(['journal', 'vocabulary', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const sort = useMutation({
    mutationFn: (kind: ActivityKind | null) =>
      client.journal.update({ uid: line.uid, patch: { inbox: false, ...(kind && { kind }) } }),
    onSuccess: ({ batchId }) => undoable(t('sort.sorted', { title: line.title }), batchId),
  })
  const remove = useRemove(
    (uid) => client.journal.remove({ uid }),
    () => {},
  )
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton data-uid={line.uid} onClick={() => onOpen(line.uid)} fz="sm" fw={500}>
          {line.title}
        </UnstyledButton>
      </Table.Td>
      <Table.Td w={120} c="dimmed">
        {format.shortDay(line.day)}
      </Table.Td>
      <Table.Td w={360}>
        <Group gap="xs" wrap="nowrap" justify="flex-end">
          <Select
            aria-label={`${t('field.kind')}: ${line.title}`}
            placeholder={t('sort.kind')}
            size="xs"
            w={190}
            data={ActivityKind.options.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
            allowDeselect={false}
            value={line.kind}
            onChange={(kind) => sort.mutate(ActivityKind.nullable().parse(kind))}
          />
          <Button size="xs" variant="default" onClick={() => sort.mutate(null)}>
            {t('sort.done')}
          </Button>
          <Tooltip label={t('common:action.remove')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('common:action.remove')}: ${line.title}`}
              onClick={() => remove.mutate({ uid: line.uid, title: line.title })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
