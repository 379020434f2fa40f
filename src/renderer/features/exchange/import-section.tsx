import { Alert, Button, FileButton, Group, List, Progress, Stack, Table, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { ItemType } from '#shared/model/entities.ts'
import type { JobProgress } from '#shared/model/job.ts'
import classes from './import-section.module.css'
import { type ReceivedArchive, useArchiveImport } from './use-archive-import.ts'

/** Import in the settings of a workspace that has data already: explains what can be done instead. */
export function ImportSection() {
  const { t } = useTranslation('exchange')
  return (
    <section>
      <SectionTitle title={t('import.title')} />
      <Text size="sm">{t('import.text')}</Text>
      <Text size="sm" c="dimmed" mt="xs">
        {t('import.notEmpty')}
      </Text>
    </section>
  )
}

/** Import into an empty workspace: choose a file, preview it, import it. */
export function ImportBox({ onImported }: { onImported: () => void }) {
  const { t } = useTranslation('exchange')
  const { received, receive, reading, importing, progress, run, discard, cancel } = useArchiveImport(onImported)
  return (
    <section className={classes.box} aria-label={t('import.title')}>
      <Text fw={500}>{t('import.have')}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t('import.text')}
      </Text>
      {reading || importing ? (
        <Working label={t(reading ? 'import.reading' : 'import.importing')} progress={progress} onCancel={cancel} />
      ) : received === null ? (
        <FileButton accept=".json,application/json" onChange={(file) => file && receive(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
      ) : (
        <Preview received={received} onRun={run} onDiscard={discard} />
      )}
    </section>
  )
}

interface WorkingProps {
  label: string
  progress: JobProgress | null
  onCancel: () => void
}

function Working({ label, progress, onCancel }: WorkingProps) {
  const { t } = useTranslation('common')
  const known = progress !== null && progress.total > 0
  return (
    <Group>
      <div style={{ flex: 1 }}>
        <Text size="sm">{label}</Text>
        <Progress
          aria-label={label}
          value={known ? (progress.done / progress.total) * 100 : 100}
          animated={!known}
          striped={!known}
        />
      </div>
      <Button variant="default" size="xs" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </Group>
  )
}

/** Problems shown at most. */
const PROBLEMS_SHOWN = 5

interface PreviewProps {
  received: ReceivedArchive
  onRun: () => void
  onDiscard: () => void
}

function Preview({ received: { name, preview }, onRun, onDiscard }: PreviewProps) {
  const { t } = useTranslation(['exchange', 'vocabulary', 'common'])
  const format = useFormat()
  // If not all problems were found, the counts cover only a part of the archive and would be taken for the whole.
  const counts = preview.moreProblems ? [] : Object.entries(preview.counts).filter(([, count]) => count > 0)
  const isDamaged = preview.problems.length > 0
  return (
    <Stack gap="sm">
      <Text size="sm" fw={500}>
        {t('import.preview', { name })}
      </Text>
      <Table aria-label={t('import.preview', { name })} withRowBorders={false} verticalSpacing={2}>
        <Table.Tbody>
          {counts.map(([type, count]) => (
            <Table.Tr key={type}>
              <Table.Td>{t(`vocabulary:itemType.${type as ItemType}`)}</Table.Td>
              <Table.Td ta="end">{format.number(count)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {preview.files > 0 && <Text size="sm">{t('import.files', { count: preview.files })}</Text>}
      {preview.missingFiles > 0 && (
        <Text size="sm" c="var(--kurs-warn)">
          {t('import.missing', { count: preview.missingFiles })}
        </Text>
      )}
      {isDamaged && <Problems preview={preview} />}
      <Group gap="xs">
        <Button onClick={onRun} disabled={isDamaged || !preview.workspaceIsEmpty}>
          {t('import.run')}
        </Button>
        <Button variant="default" onClick={onDiscard}>
          {t('common:action.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function Problems({ preview: { problems, moreProblems } }: { preview: ReceivedArchive['preview'] }) {
  const { t } = useTranslation('exchange')
  const shown = problems.slice(0, PROBLEMS_SHOWN)
  return (
    <Alert color="red" role="alert">
      {t(moreProblems ? 'import.manyProblems' : 'import.problems', { count: problems.length })}
      <List size="sm" mt="xs">
        {shown.map((problem) => (
          <List.Item key={`${problem.path} ${problem.message}`}>
            {problem.path} {problem.message}
          </List.Item>
        ))}
        {shown.length < problems.length && <List.Item>{t('import.more')}</List.Item>}
      </List>
    </Alert>
  )
}
