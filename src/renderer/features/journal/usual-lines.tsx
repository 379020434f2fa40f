import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { emptyLine, type LineDraft, repeatLine } from './quick-add-line.ts'
import type { useQuickAddLine } from './use-quick-add-line.ts'

interface UsualLinesProps {
  line: LineDraft
  read: ReturnType<typeof useQuickAddLine>['read']
  onTake: (line: LineDraft) => void
}

/** What is usual on this weekday, below the empty line: a press writes it there, nothing is saved by itself. */
export function UsualLines({ line, read, onTake }: UsualLinesProps) {
  const { t } = useTranslation('journal')
  const { query } = useApi()
  const format = useFormat()
  const usual = useQuery({ ...query.journal.usualLines.queryOptions({ input: {} }), refetchOnMount: 'always' })
  if (line.text !== '') return null
  const begun = { ...emptyLine(today()), about: line.about }
  const reading = { read: (next: LineDraft) => read(next, next.typedOn), minutesText: format.minutes }
  const offered = (usual.data ?? []).flatMap((last) => repeatLine(last, begun, reading) ?? [])
  if (offered.length === 0) return null
  return (
    <Group gap={6}>
      <Text size="sm" c="dimmed">
        {t('capture.usual')}
      </Text>
      {offered.map((next) => (
        <Button key={next.text} size="compact-sm" variant="default" fw={400} onClick={() => onTake(next)}>
          {next.text}
        </Button>
      ))}
    </Group>
  )
}
