import { ActionIcon, Button, Group, Modal, Radio, Select, Stack, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowMerge } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { PersonView } from '#shared/contract/people.ts'

interface MergePersonProps {
  person: PersonView
  selection: Selection
}

/** Two entries that are one person become one. */
export function MergePerson({ person, selection }: MergePersonProps) {
  const { t } = useTranslation(['people', 'common'])
  const { query } = useApi()
  const [opened, { open, close }] = useDisclosure(false)
  const { data: people = [] } = useQuery(query.people.list.queryOptions({ input: {} }))
  const others = people.filter(({ uid }) => uid !== person.uid)
  if (others.length === 0) return null
  return (
    <>
      <Tooltip label={t('merge.open')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('merge.open')} onClick={open}>
          <IconArrowMerge size={18} />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={opened}
        onClose={close}
        title={t('merge.title')}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        <MergeForm person={person} others={others} selection={selection} onClose={close} />
      </Modal>
    </>
  )
}

interface MergeFormProps extends MergePersonProps {
  others: readonly PersonView[]
  onClose: () => void
}

function MergeForm({ person, others, selection, onClose }: MergeFormProps) {
  const { t } = useTranslation(['people', 'vocabulary', 'common'])
  const { client } = useApi()
  const undoable = useUndoable()
  const [chosen, choose] = useState<string | null>(null)
  const [kept, keep] = useState(person.uid)
  const other = others.find(({ uid }) => uid === chosen) ?? null
  const merge = useMutation({
    mutationFn: ({ gone }: { gone: string }) => {
      // Left before it is gone: there is nothing to show of it any more.
      if (gone === person.uid) selection.open(kept)
      const { role, cadenceDays } = gone === person.uid ? person : (other ?? person)
      const rhythm = cadenceDays === null ? '' : t('every', { count: cadenceDays })
      return client.people.merge({ kept, gone, words: { role: t(`vocabulary:personRole.${role}`), rhythm } })
    },
    onSuccess: ({ batchId }) => {
      undoable(t('merge.done', { title: kept === person.uid ? person.name : (other?.name ?? '') }), batchId)
      onClose()
    },
  })
  return (
    <Stack>
      <Text size="sm">{t('merge.text')}</Text>
      <Select
        label={t('merge.other', { name: person.name })}
        data-autofocus
        searchable
        nothingFoundMessage={t('merge.nobody')}
        data={others.map(({ uid, name, position, company }) => ({
          value: uid,
          label: [name, position, company].filter(Boolean).join(', '),
        }))}
        value={chosen}
        onChange={(uid) => {
          choose(uid)
          keep(person.uid)
        }}
      />
      {other !== null && (
        <Radio.Group label={t('merge.kept')} value={kept} onChange={keep}>
          <Stack gap="xs" mt="xs">
            {[person, other].map(({ uid, name }) => (
              <Radio key={uid} value={uid} label={name} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button
          disabled={other === null}
          loading={merge.isPending}
          onClick={() => other !== null && merge.mutate({ gone: kept === person.uid ? other.uid : person.uid })}
        >
          {t('merge.do')}
        </Button>
      </Group>
    </Stack>
  )
}
