import { Button, Input, Textarea, type TextareaProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '#renderer/ui/markdown.tsx'
import classes from './markdown-field.module.css'

interface MarkdownFieldProps extends Omit<TextareaProps, 'onChange'> {
  value?: string
  onChange?: (value: string) => void
}

/** Markdown, written or previewed. */
export function MarkdownField({ value = '', onChange, ...rest }: MarkdownFieldProps) {
  const { t } = useTranslation('common')
  const [previewing, setPreviewing] = useState(false)
  const isPreview = previewing && value !== ''
  return (
    <div className={classes.field}>
      {isPreview ? (
        <Input.Wrapper label={rest.label} labelElement="div">
          <div className={classes.preview}>
            <Markdown text={value} />
          </div>
        </Input.Wrapper>
      ) : (
        <Textarea
          autosize
          minRows={4}
          maxRows={24}
          description={t('form.markdown')}
          {...rest}
          value={value}
          onChange={(event) => onChange?.(event.currentTarget.value)}
        />
      )}
      {value !== '' && (
        <Button
          className={classes.toggle ?? ''}
          size="compact-xs"
          variant="subtle"
          aria-pressed={isPreview}
          aria-label={`${t('form.preview')}: ${rest.label}`}
          onClick={() => setPreviewing(!isPreview)}
        >
          {t(isPreview ? 'form.write' : 'form.preview')}
        </Button>
      )}
    </div>
  )
}
