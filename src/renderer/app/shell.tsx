import { Outlet, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { QuickAddDialog } from '#renderer/features/journal/quick-add.tsx'
import { SearchDialog } from '#renderer/features/search/search-dialog.tsx'
import { ShortcutsDialog } from '#renderer/features/workspace/shortcuts-dialog.tsx'
import { CaptureContext } from '#renderer/lib/capture.ts'
import { type OpenItem, OpenItemContext } from '#renderer/lib/selection.ts'
import { NAVIGATION, PATH_OF_TYPE } from './navigation.ts'
import classes from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { useCommands } from './use-commands.ts'

/** The frame around every page: the sidebar with its four groups, the page itself, and what opens over it by a key. */
export function Shell() {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const commands = useCommands()
  const openItem = useCallback<OpenItem>(
    ({ uid, type }) => void navigate({ to: PATH_OF_TYPE[type], search: { item: uid } } as never),
    [navigate],
  )
  const pages = [...NAVIGATION.flatMap((group) => [...group.pages]), { path: '/settings', key: 'settings' } as const]
  return (
    <OpenItemContext value={openItem}>
      <CaptureContext value={commands.capture.open}>
        <a className="skip-link" href="#content">
          {t('nav.skip')}
        </a>
        <div className={classes.shell}>
          <Sidebar onSearch={commands.search.open} onShortcuts={commands.shortcuts.open} />
          <main id="content" className={classes.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <QuickAddDialog opened={commands.capture.opened} onClose={commands.capture.close} />
        <ShortcutsDialog opened={commands.shortcuts.opened} onClose={commands.shortcuts.close} />
        <SearchDialog
          store={commands.search.store}
          pages={pages.map(({ path, key }) => ({ path, title: t(`nav.${key}`) }))}
          onPage={(path) => void navigate({ to: path })}
        />
      </CaptureContext>
    </OpenItemContext>
  )
}
