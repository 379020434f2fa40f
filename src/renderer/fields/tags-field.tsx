import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface TagsFieldProps {
  value?: string[]
  onChange?: (tags: string[]) => void
  error?: string | undefined
}

/** Free labels, kept in lower case without `#`. */
export function TagsField({ value = [], onChange, error }: TagsFieldProps) {
  const { t } = useTranslation('common')
  const clean = (tags: string[]) => [
    ...new Set(tags.map((tag) => tag.replace(/^#+/, '').trim().toLowerCase()).filter(Boolean)),
  ]
  return (
    <TagsInput
      label={t('tags.title')}
      placeholder={value.length === 0 ? t('tags.placeholder') : ''}
      value={value}
      onChange={(tags) => onChange?.(clean(tags))}
      splitChars={[',', ' ']}
      acceptValueOnBlur
      error={error}
    />
  )
}
