import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import type { LineDraft } from './quick-add-line.ts'
import type { useQuickAddLine } from './use-quick-add-line.ts'
import { useRepeatLine } from './use-repeat-line.ts'

interface UsualLinesProps {
  line: LineDraft
  read: ReturnType<typeof useQuickAddLine>['read']
  onTake: (line: LineDraft) => void
}

/**
 * Usual entries of this weekday, below the empty line: a press writes one into the line, and nothing is saved
 * automatically.
 */
export function UsualLines({ line, read, onTake }: UsualLinesProps) {
  const { t } = useTranslation('journal')
  const { query } = useApi()
  const repeat = useRepeatLine(read)
  const usual = useQuery({ ...query.journal.usualLines.queryOptions({ input: {} }), refetchOnMount: 'always' })
  if (line.text !== '') return null
  const offered = (usual.data ?? []).flatMap((last) => repeat(last, line.about) ?? [])
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
