import { Button, Input } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { TextArea, type TextAreaProps } from '#renderer/ui/text-area.tsx'
import { NOTES_LIMIT } from '#shared/model/common.ts'
import classes from './markdown-field.module.css'

const Markdown = lazyPart(async () => (await import('#renderer/ui/markdown.tsx')).Markdown)

interface MarkdownFieldProps extends Omit<TextAreaProps, 'onChange'> {
  value?: string
  onChange?: (value: string) => void
  /** Name of the field in its form. */
  'data-path'?: string
}

/** Markdown, edited or previewed. A text over the length limit is reported while it is typed. */
export function MarkdownField({ value = '', onChange, ...rest }: MarkdownFieldProps) {
  const { t } = useTranslation('common')
  const [previewing, setPreviewing] = useState(false)
  const format = useFormat()
  const tooLong =
    value.length > NOTES_LIMIT &&
    t('form.tooLong', { length: format.number(value.length), limit: format.number(NOTES_LIMIT) })
  const isPreview = previewing && value !== ''
  return (
    <div className={classes.field}>
      {isPreview ? (
        <Input.Wrapper label={rest.label} labelElement="div" data-path={rest['data-path']}>
          <div className={classes.preview}>
            <Markdown text={value} />
          </div>
        </Input.Wrapper>
      ) : (
        <TextArea
          minRows={4}
          maxRows={24}
          description={t('form.markdown')}
          {...rest}
          error={tooLong || rest.error}
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
