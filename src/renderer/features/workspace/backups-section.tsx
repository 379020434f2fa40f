import { Alert, Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { Backup, SafetyState } from '#shared/model/backup.ts'

/** Backups: whether the data is safe, a button to make a backup, and a button to restore any of them. */
export function BackupsSection() {
  const { t } = useTranslation('workspace')
  const { client, query } = useApi()
  const list = useQuery(query.backups.list.queryOptions({ input: {} }))
  const [restored, setRestored] = useState<Backup | null>(null)
  const [removed, setRemoved] = useState<Backup | null>(null)
  const maker = useRef<HTMLButtonElement>(null)
  const make = useMutation({
    mutationFn: () => client.backups.make({}),
    onSuccess: () => {
      notifications.show({ message: t('backups.made') })
      void list.refetch()
    },
  })
  return (
    <section>
      <SectionTitle
        title={t('backups.title')}
        aside={
          <Button ref={maker} size="xs" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
            {t('backups.make')}
          </Button>
        }
      />
      <Text size="sm">{t('backups.text')}</Text>
      <QueryGate query={list}>
        {({ backups, state }) => (
          <>
            <SafetyLine state={state} />
            {backups.length > 0 && (
              <BackupTable
                backups={backups}
                kept={state.lastVerified?.name ?? null}
                onRestore={setRestored}
                onRemove={setRemoved}
              />
            )}
          </>
        )}
      </QueryGate>
      <RestoreDialog backup={restored} onClose={() => setRestored(null)} />
      <RemoveDialog
        backup={removed}
        onClose={() => setRemoved(null)}
        // The row is gone, together with the button that had the focus.
        onRemoved={() => maker.current?.focus()}
      />
    </section>
  )
}

function SafetyLine({ state }: { state: SafetyState }) {
  const { t } = useTranslation('workspace')
  const format = useFormat()
  return (
    <Stack gap="xs" my="xs">
      {state.damaged && <Alert color="red">{t('backups.damaged')}</Alert>}
      {state.lastFailure && <Alert color="orange">{t('backups.failed')}</Alert>}
      <Text size="sm" fw={500}>
        {state.lastVerified === null
          ? t('backups.none')
          : `${t('backups.last', { when: format.instant(state.lastVerified.madeAt) })}. ${t(state.upToDate ? 'backups.current' : 'backups.changed')}`}
      </Text>
    </Stack>
  )
}

interface BackupActions {
  /** The newest verified backup, which is never removed. */
  kept: string | null
  onRestore: (backup: Backup) => void
  onRemove: (backup: Backup) => void
}

function BackupTable({ backups, ...actions }: { backups: Backup[] } & BackupActions) {
  const { t } = useTranslation('workspace')
  return (
    <Table aria-label={t('backups.title')}>
      <Table.Thead>
        <Table.Tr>
          {(['made', 'reason', 'items', 'size', 'state'] as const).map((column) => (
            <Table.Th key={column}>{t(`backups.column.${column}`)}</Table.Th>
          ))}
          <Table.Th>
            <span className="visually-hidden">{t('backups.actions')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map((backup) => (
          <BackupRow key={backup.name} backup={backup} {...actions} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function BackupRow({ backup, kept, onRestore, onRemove }: { backup: Backup } & BackupActions) {
  const { t } = useTranslation('workspace')
  const format = useFormat()
  const when = format.instant(backup.madeAt)
  return (
    <Table.Tr>
      <Table.Td>{when}</Table.Td>
      <Table.Td>{backup.reason === null ? t('backups.unknown') : t(`backups.reason.${backup.reason}`)}</Table.Td>
      <Table.Td>{backup.items === null ? '' : format.number(backup.items)}</Table.Td>
      <Table.Td>{t('backups.megabytes', { value: format.number(backup.size / 1024 / 1024) })}</Table.Td>
      <Table.Td>
        <StatusBadge
          tone={backup.verified ? 'good' : 'warn'}
          label={t(backup.verified ? 'backups.verified' : 'backups.unverified')}
        />
        {backup.missingFiles > 0 && (
          <Text size="xs" c="var(--kurs-warn)">
            {t('backups.missing', { count: backup.missingFiles })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="end">
        <Group gap="xs" justify="flex-end">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('backups.restore')}: ${when}`}
            onClick={() => onRestore(backup)}
          >
            {t('backups.restore')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={backup.name === kept}
            aria-label={`${t('backups.remove')}: ${when}`}
            onClick={() => onRemove(backup)}
          >
            {t('backups.remove')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

interface DialogProps {
  /**
   * The backup in question; null = closed. The dialog stays mounted, so that the focus returns to the button that
   * opened it.
   */
  backup: Backup | null
  onClose: () => void
}

function RestoreDialog({ backup, onClose }: DialogProps) {
  const { t } = useTranslation(['workspace', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const when = backup === null ? '' : format.instant(backup.madeAt)
  const takeBack = useMutation({ mutationFn: (name: string) => client.backups.restore({ name }) })
  const restore = useMutation({
    mutationFn: (name: string) => client.backups.restore({ name }),
    onSuccess: ({ undoName }) => {
      onClose()
      notifications.show({
        autoClose: 20_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t('backups.restored', { when })}</Text>
            {undoName !== null && (
              <Button size="compact-sm" variant="subtle" onClick={() => takeBack.mutate(undoName)}>
                {t('backups.takeBack')}
              </Button>
            )}
          </Group>
        ),
      })
    },
  })
  return (
    <Modal
      opened={backup !== null}
      transitionProps={{ duration: 0 }}
      onClose={onClose}
      title={t('backups.confirmTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack>
        <Text size="sm">{t('backups.confirmText', { when })}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button loading={restore.isPending} onClick={() => backup && restore.mutate(backup.name)}>
            {t('backups.restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function RemoveDialog({ backup, onClose, onRemoved }: DialogProps & { onRemoved: () => void }) {
  const { t } = useTranslation(['workspace', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const when = backup === null ? '' : format.instant(backup.madeAt)
  const remove = useMutation({
    mutationFn: (name: string) => client.backups.remove({ name }),
    onSuccess: () => {
      onClose()
      onRemoved()
      notifications.show({ message: t('backups.removed', { when }) })
    },
  })
  return (
    <Modal
      opened={backup !== null}
      transitionProps={{ duration: 0 }}
      onClose={onClose}
      title={t('backups.removeTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack>
        <Text size="sm">{t('backups.removeText', { when })}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => backup && remove.mutate(backup.name)}>
            {t('backups.remove')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
