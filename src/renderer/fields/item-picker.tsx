import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useFoundItems } from '#renderer/lib/use-found-items.ts'
import { SearchPicker } from '#renderer/ui/search-picker.tsx'
import type { ItemType } from '#shared/model/entities.ts'

interface ItemPickerProps {
  /** Label of the button. */
  label: string
  icon?: ReactNode
  size?: 'sm' | 'compact-md'
  types: ItemType[]
  onPick: (uid: string) => void
}

/** Chooses one item of the workspace by searching for its name. */
export function ItemPicker({ types, ...shown }: ItemPickerProps) {
  const { t } = useTranslation(['common', 'vocabulary'])
  const format = useFormat()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const found = useFoundItems(text, types, isOpen)
  return (
    <SearchPicker
      {...shown}
      placeholder={t('links.placeholder')}
      nothing={t('list.nothing')}
      text={text}
      onText={setText}
      onOpen={() => setOpen(true)}
      options={found.map((ref) => ({
        value: ref.uid,
        label: format.title(ref),
        aside: t(`vocabulary:itemType.${ref.type}`),
      }))}
    />
  )
}
