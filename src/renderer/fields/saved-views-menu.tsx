import { ActionIcon, Menu } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconBookmarkPlus, IconPencil } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { addressOfView, type SavedView, useSavedViews } from '#renderer/lib/use-saved-views.ts'
import { isPlainView, isSameView, readViewQuery } from '#renderer/lib/view-query.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import classes from './saved-views.module.css'

const KeepViewDialog = lazyPanel(async () => (await import('./saved-views-dialogs.tsx')).KeepViewDialog)
const ChangeViewsDialog = lazyPanel(async () => (await import('./saved-views-dialogs.tsx')).ChangeViewsDialog)

interface SavedViewsMenuProps {
  /** The page of the list, as its address calls it. */
  page: string
  /** What is filtered and sorted, in words: the name that is proposed. */
  words: string[]
  /** The name of the days that are shown, where they move with today. */
  movingPeriod?: string | undefined
}

/** What of a list was shown before, under names of the person's own: opened again, kept, and put in order. */
export function SavedViewsMenu({ page, words, movingPeriod }: SavedViewsMenuProps) {
  const search = useSearch({ strict: false }) as object
  const navigate = useNavigate()
  const views = useSavedViews(page)
  const [dialog, setDialog] = useState<'keep' | 'change' | null>(null)
  const button = useFocusReturn<HTMLButtonElement>(dialog !== null)
  const close = () => setDialog(null)
  const open = (view: SavedView) => {
    close()
    void navigate(addressOfView(view) as never)
  }
  const shared = { page, views, query: readViewQuery(search), onClose: close }
  return (
    <>
      <ViewsMenu {...{ views, search, button }} onOpen={open} onDialog={setDialog} />
      {dialog === 'keep' && <KeepViewDialog {...shared} words={words} movingPeriod={movingPeriod} />}
      {dialog === 'change' && <ChangeViewsDialog {...shared} onOpen={open} />}
    </>
  )
}

interface ViewsMenuProps {
  views: SavedView[]
  /** What the address shows now. */
  search: object
  button: RefObject<HTMLButtonElement | null>
  onOpen: (view: SavedView) => void
  onDialog: (dialog: 'keep' | 'change') => void
}

function ViewsMenu({ views, search, button, onOpen, onDialog }: ViewsMenuProps) {
  const { t } = useTranslation('views')
  const chosen = views.find(({ query }) => isSameView(query, search))
  const isPlain = isPlainView(search)
  const label = chosen === undefined ? t('open') : t('chosen', { title: chosen.title })
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon ref={button} variant="default" size={36} aria-label={label} title={label}>
          {chosen === undefined ? <IconBookmark size={18} stroke={1.6} /> : <IconBookmarkFilled size={18} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        <Menu.Label className={classes.note ?? ''}>{views.length === 0 ? t('none') : t('open')}</Menu.Label>
        {views.map((view) => (
          <Menu.CheckboxItem
            key={view.uid}
            closeMenuOnClick
            checked={isSameView(view.query, search)}
            onChange={() => onOpen(view)}
          >
            {view.title}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconBookmarkPlus size={16} />}
          disabled={isPlain || chosen !== undefined}
          onClick={() => onDialog('keep')}
        >
          {t('keep')}
        </Menu.Item>
        {isPlain && <Menu.Label className={classes.note ?? ''}>{t('nothingToKeep')}</Menu.Label>}
        {views.length > 0 && (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onDialog('change')}>
            {t('change')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
