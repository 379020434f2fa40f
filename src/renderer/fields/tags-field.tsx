import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { tagOf } from '#shared/domain/capture/quick-add-marks.ts'

interface TagsFieldProps {
  value?: string[]
  onChange?: (tags: string[]) => void
  error?: string | undefined
  /** "Tags" by default. */
  label?: string
  description?: string
  placeholder?: string
}

/** Tags as they are stored: in lower case, without `#`, each once. */
export const cleanTags = (tags: string[]): string[] => [
  ...new Set(tags.map((tag) => tagOf(tag).replace(/^#+\s*/, '')).filter(Boolean)),
]

/** A field for tags. */
export function TagsField({ value = [], onChange, error, label, description, placeholder }: TagsFieldProps) {
  const { t } = useTranslation('common')
  return (
    <TagsInput
      label={label ?? t('tags.title')}
      description={description}
      placeholder={value.length === 0 ? (placeholder ?? t('tags.placeholder')) : ''}
      value={value}
      onChange={(tags) => onChange?.(cleanTags(tags))}
      splitChars={[',', ' ']}
      acceptValueOnBlur
      error={error}
    />
  )
}
