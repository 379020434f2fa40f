import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Free labels, kept in lower case without `#`. */
export function TagsField({ value = [], onChange }: { value?: string[]; onChange?: (tags: string[]) => void }) {
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
    />
  )
}
