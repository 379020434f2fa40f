import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { ARCHIVE_EXPORT_PATH, CsvList, csvExportAddress } from '#shared/contract/exchange.ts'

/** Takes the data out: everything as one archive, or a list as a table. */
export function ExportSection() {
  const { t } = useTranslation('exchange')
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
          href={ARCHIVE_EXPORT_PATH}
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

function CsvExport() {
  const { t } = useTranslation('exchange')
  const { language } = useFormat()
  const [list, setList] = useState<CsvList>('journal')
  const [spreadsheet, setSpreadsheet] = useState(true)
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
            data={CsvList.options.map((value) => ({ value, label: t(`export.lists.${value}`) }))}
            value={list}
            onChange={(value) => setList(CsvList.parse(value))}
          />
          <Checkbox
            label={t('export.spreadsheet')}
            checked={spreadsheet}
            onChange={(event) => setSpreadsheet(event.currentTarget.checked)}
          />
        </Group>
        <Button
          component="a"
          href={csvExportAddress(list, { language, spreadsheet })}
          download
          variant="default"
          leftSection={<IconDownload size={16} />}
        >
          {t('export.downloadCsv')}
        </Button>
      </Group>
    </Stack>
  )
}
