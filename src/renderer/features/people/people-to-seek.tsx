import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { useUndoScope } from '#renderer/lib/undo-scope.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { SideDrawer } from '#renderer/ui/side-drawer.tsx'
import type { TemplatePerson } from '#shared/model/template.ts'
import classes from './people-to-seek.module.css'

type Sought = z.infer<typeof TemplatePerson>

interface PeopleToSeekProps {
  opened: boolean
  onClose: () => void
  onOpenItem: (uid: string) => void
}

/** Kinds of people who can help with this plan, why, and how to ask; entering a name adds one as a person. */
export function PeopleToSeek({ opened, onClose, onOpenItem }: PeopleToSeekProps) {
  const { t } = useTranslation(['people', 'common'])
  const { query } = useApi()
  const list = useQuery({ ...query.catalogue.people.queryOptions({ input: {} }), enabled: opened })
  const open = (uid: string) => {
    onClose()
    onOpenItem(uid)
  }
  return (
    <SideDrawer opened={opened} onClose={onClose} title={t('seek.title')} closeLabel={t('common:action.close')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('seek.lead')}
      </Text>
      <QueryGate query={list}>
        {(people) => people.map((sought) => <SoughtPerson key={sought.key} sought={sought} onFound={open} />)}
      </QueryGate>
    </SideDrawer>
  )
}

function SoughtPerson({ sought, onFound }: { sought: Sought; onFound: (uid: string) => void }) {
  const { t } = useTranslation(['people', 'vocabulary'])
  const format = useFormat()
  const [naming, setNaming] = useState(false)
  const title = format.text(sought.title)
  return (
    <article className={classes.person}>
      <Title order={3}>{title}</Title>
      <Text size="sm" c="dimmed">
        {`${t(`vocabulary:personRole.${sought.role}`)} · ${t('seek.rhythm', {
          every: t('every', { count: sought.cadenceDays }),
        })}`}
      </Text>
      <Text size="sm" mt={6}>
        {format.text(sought.why)}
      </Text>
      <Text size="sm" mt={6}>
        <strong>{t('seek.howToAsk')}</strong>
        {'. '}
        {format.text(sought.howToAsk)}
      </Text>
      {naming ? (
        <FoundForm sought={sought} onFound={onFound} onCancel={() => setNaming(false)} />
      ) : (
        <Button
          mt="xs"
          size="xs"
          variant="light"
          aria-label={t('seek.foundNamed', { title })}
          onClick={() => setNaming(true)}
        >
          {t('seek.found')}
        </Button>
      )}
    </article>
  )
}

interface FoundFormProps {
  sought: Sought
  onFound: (uid: string) => void
  onCancel: () => void
}

/** Asks for the only missing thing: the name. */
function FoundForm({ sought, onFound, onCancel }: FoundFormProps) {
  const { t } = useTranslation(['people', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const uidOf = useNewUids()
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  useUndoScope(() => false)
  const choose = useMutation({
    mutationFn: () =>
      client.catalogue.choosePerson({
        uid: uidOf('person'),
        key: sought.key,
        language: format.language,
        name,
      }),
    onSuccess: (saved) => {
      undoable(t('common:done.created', { title: name }), saved.batchId)
      onFound(saved.uid)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '') choose.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs" mt="xs">
        <TextInput
          label={t('seek.name')}
          ref={input}
          maxLength={200}
          value={name}
          error={missing && t('seek.nameNeeded')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={choose.isPending}>
            {t('common:action.add')}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
