import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { timeZone } from '#renderer/lib/today.ts'
import { useDownloadAddress } from '#renderer/lib/use-download-address.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { ARCHIVE_EXPORT_PATH, csvExportAddress } from '#shared/contract/exchange-paths.ts'
import { CsvList } from '#shared/model/entities.ts'

/** Exports everything as one archive, or a list as a table. */
export function ExportSection() {
  const { t } = useTranslation('exchange')
  const archive = useDownloadAddress(ARCHIVE_EXPORT_PATH)
  return (
    <section>
      <SectionTitle title={t('export.title')} />
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text size="sm" fw={500}>
            {t('export.archive')}
          </Text>
          <Text size="sm" c="dimmed" maw={520}>
            {t('export.archiveText')}
          </Text>
        </div>
        <Button
          component="a"
          href={archive}
          download
          variant="default"
          leftSection={<IconDownload size={16} />}
          style={{ flexShrink: 0 }}
        >
          {t('export.download')}
        </Button>
      </Group>
      <CsvExport />
    </section>
  )
}

/** Lists that are called by the title of their feature. */
const LISTS = CsvList.options.filter((list) => list !== 'milestones')

function CsvExport() {
  const { t } = useTranslation(['exchange', 'plan', ...LISTS])
  const { language } = useFormat()
  const [list, setList] = useState<CsvList>('journal')
  const [spreadsheet, setSpreadsheet] = useState(true)
  const lists = CsvList.options.map((value) => ({
    value,
    label: value === 'milestones' ? t('plan:milestone.group') : t(`${value}:title`),
  }))
  lists.sort((a, b) => a.label.localeCompare(b.label, language))
  const table = useDownloadAddress(csvExportAddress(list, { language, spreadsheet, zone: timeZone() }))
  return (
    <Stack gap="xs" mt="md">
      <Text size="sm" fw={500}>
        {t('export.csv')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('export.csvText')}
      </Text>
      <Group justify="space-between" align="flex-end">
        <Group align="center">
          <Select
            aria-label={t('export.list')}
            allowDeselect={false}
            data={lists}
            value={list}
            onChange={(value) => setList(CsvList.parse(value))}
          />
          <Checkbox
            label={t('export.spreadsheet')}
            checked={spreadsheet}
            onChange={(event) => setSpreadsheet(event.currentTarget.checked)}
          />
        </Group>
        <Button component="a" href={table} download variant="default" leftSection={<IconDownload size={16} />}>
          {t('export.downloadCsv')}
        </Button>
      </Group>
    </Stack>
  )
}
