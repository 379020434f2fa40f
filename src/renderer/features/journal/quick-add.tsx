import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { parseQuickAdd, type QuickAdd } from '#shared/domain/quick-add.ts'
import { HighlightedInput } from './highlighted-input.tsx'
import { QuickAddPreview } from './quick-add-preview.tsx'

/** What a parsed line becomes. */
function toCapture(parsed: QuickAdd) {
  const known = parsed.people.flatMap((person) => ('uid' in person ? [person.uid] : []))
  const newPeople = parsed.people.flatMap((person) => ('newName' in person ? [person.newName] : []))
  return {
    fields: {
      kind: parsed.kind,
      title: parsed.title,
      day: parsed.day,
      minutes: parsed.minutes ?? 0,
      inbox: parsed.inbox,
      links: [...parsed.skillUids, ...known],
      tags: parsed.newTags,
    },
    newPeople,
  }
}

/** The line as typed and as understood; kept over restarts until it is saved. */
function useQuickAddLine() {
  const { query } = useApi()
  const { settings } = useWorkspace()
  const today = useToday()
  const [text, setText] = useLocalStorage({
    key: 'kurs.draft.quick-add',
    defaultValue: '',
    getInitialValueInEffect: false,
  })
  const vocabulary = useQuery(query.catalogue.vocabulary.queryOptions({ input: {} }))
  const parsed = useMemo(
    () =>
      parseQuickAdd(text, {
        today,
        words: vocabulary.data?.words ?? [],
        skills: vocabulary.data?.skills ?? [],
        people: vocabulary.data?.people ?? [],
        weekStartsOn: settings.weekStartsOn,
      }),
    [settings.weekStartsOn, text, today, vocabulary.data],
  )
  return { text, setText, parsed, vocabulary: vocabulary.data }
}

/** One box for anything done: parsed while typing, saved with Enter. */
export function QuickAddDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['journal', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('capture.title')}
      size={680}
      yOffset="14vh"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <QuickAddBox onClose={onClose} />
    </Modal>
  )
}

/** What is being saved: the line as understood and as typed. */
interface Capture {
  line: QuickAdd
  text: string
  keepOpen: boolean
}

function QuickAddBox({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const { text, setText, parsed, vocabulary } = useQuickAddLine()
  const typed = useRef(text)
  typed.current = text
  const save = useMutation({
    mutationFn: ({ line }: Capture) => client.journal.capture(toCapture(line)),
    onSuccess: ({ batchId }, { line, text: saved, keepOpen }) => {
      undoable(t('capture.saved', { title: line.title }), batchId)
      // What was typed while it was being saved stays.
      if (typed.current !== saved) return
      setText('')
      if (!keepOpen) onClose()
    },
  })
  const canSave = parsed.title !== '' && !parsed.problems.some((problem) => problem.code === 'title.tooLong')
  const submit = (keepOpen: boolean) => {
    if (!canSave || save.isPending) return
    save.mutate({ line: parsed, text, keepOpen })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit(event.shiftKey)
  }
  return (
    <Stack gap="sm">
      <HighlightedInput
        label={t('capture.title')}
        placeholder={t('capture.placeholder')}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        tokens={parsed.tokens}
        problems={parsed.problems}
      />
      <QuickAddPreview parsed={parsed} vocabulary={vocabulary} />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {t('capture.hint')}
        </Text>
        <Button onClick={() => submit(false)} disabled={!canSave} loading={save.isPending}>
          {t('capture.save')}
        </Button>
      </Group>
    </Stack>
  )
}
