import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { textMatcher } from '#renderer/lib/text-matcher.ts'
import { SearchPicker } from '#renderer/ui/search-picker.tsx'

/** Matching tags listed at most; typing finds the others. */
const LISTED = 50

/** Chooses one of the journal's tags. */
export function TagPicker({ onPick }: { onPick: (tag: string) => void }) {
  const { t } = useTranslation(['journal', 'common'])
  const { query } = useApi()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const tags = useQuery({ ...query.journal.tags.queryOptions({ input: {} }), enabled: isOpen })
  const matches = textMatcher(text.replace(/^#/, ''))
  return (
    <SearchPicker
      label={t('filter.tag')}
      placeholder={t('filter.findTag')}
      nothing={tags.data?.length === 0 ? t('filter.noTags') : t('common:list.nothing')}
      text={text}
      onText={setText}
      onOpen={() => setOpen(true)}
      options={(tags.data ?? [])
        .filter((tag) => matches(tag))
        .slice(0, LISTED)
        .map((tag) => ({ value: tag, label: `#${tag}` }))}
      onPick={onPick}
    />
  )
}
