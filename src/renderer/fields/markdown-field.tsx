import { SegmentedControl, Stack, Textarea, type TextareaProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '#renderer/ui/markdown.tsx'

interface MarkdownFieldProps extends Omit<TextareaProps, 'onChange'> {
  value?: string
  onChange?: (value: string) => void
}

/** Markdown, written or previewed. */
export function MarkdownField({ value = '', onChange, ...rest }: MarkdownFieldProps) {
  const { t } = useTranslation('common')
  const [view, setView] = useState<'write' | 'preview'>('write')
  return (
    <Stack gap={4}>
      {view === 'write' ? (
        <Textarea
          autosize
          minRows={4}
          maxRows={24}
          description={t('form.markdown')}
          {...rest}
          value={value}
          onChange={(event) => onChange?.(event.currentTarget.value)}
        />
      ) : (
        <Markdown text={value} />
      )}
      {value !== '' && (
        <SegmentedControl
          size="xs"
          w="fit-content"
          value={view}
          onChange={(next) => setView(next as 'write' | 'preview')}
          data={[
            { value: 'write', label: t('form.write') },
            { value: 'preview', label: t('form.preview') },
          ]}
        />
      )}
    </Stack>
  )
}
