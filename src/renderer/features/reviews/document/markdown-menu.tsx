import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconCopy, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { copyAndTell } from '#renderer/lib/copy-and-tell.ts'
import type { Language } from '#shared/model/common.ts'
import { saveText } from './save-text.ts'

/** The review as Markdown, as a file or in the clipboard, in the language of the document. */
export function MarkdownMenu({ uid, language }: { uid: string; language: Language }) {
  const { t } = useTranslation('reviews')
  const { client } = useApi()
  const read = () => client.reviews.markdown({ uid, language })
  const download = useMutation({
    mutationFn: async () => {
      const { text, fileName } = await read()
      saveText(document, fileName, text)
    },
  })
  const copy = useMutation({
    mutationFn: async () => {
      const { text } = await read()
      await copyAndTell(text, { done: t('reader.copied'), failed: t('reader.copyFailed') })
    },
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={14} />}
          loading={download.isPending || copy.isPending}
        >
          {t('reader.markdown')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => download.mutate()}>
          {t('reader.download')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copy.mutate()}>
          {t('reader.copy')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
