import { Outlet, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QuickAddDialog } from '#renderer/features/journal/quick-add.tsx'
import { SearchDialog } from '#renderer/features/search/search-dialog.tsx'
import { ShortcutsDialog } from '#renderer/features/workspace/shortcuts-dialog.tsx'
import { CaptureContext, CaptureTargetsContext } from '#renderer/lib/capture.ts'
import { DueWordsContext } from '#renderer/lib/due-words.ts'
import { GoTargets, GoTargetsContext } from '#renderer/lib/go-targets.ts'
import { type OpenItem, OpenItemContext } from '#renderer/lib/selection.ts'
import { Boundary } from '#renderer/ui/boundary.tsx'
import { preloadWhenIdle } from '#renderer/ui/lazy-part.tsx'
import { DUE_WORDS, PATH_OF_TYPE } from './contributions.ts'
import { GoKeys } from './go-keys.tsx'
import { ALL_PAGES } from './pages.ts'
import classes from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { useCommands } from './use-commands.ts'
import { useNewDay } from './use-new-day.ts'
import { usePalette } from './use-palette.ts'

/** The frame around every page: the sidebar with its four groups, the page itself, and what opens over it by a key. */
export function Shell() {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const commands = useCommands()
  useNewDay()
  const openItem = useCallback<OpenItem>(
    ({ uid, type }) => void navigate({ to: PATH_OF_TYPE[type], search: { item: uid } } as never),
    [navigate],
  )
  useEffect(() => preloadWhenIdle(ALL_PAGES), [])
  const palette = usePalette(commands.run)
  const [within] = useState(() => new GoTargets())
  const goTargets = palette.pages.map(({ letter, title, run }) => ({ key: letter, label: title, run }))
  return (
    <OpenItemContext value={openItem}>
      <CaptureContext value={commands.capture.open}>
        <a className="skip-link" href="#content">
          {t('nav.skip')}
        </a>
        <div className={classes.shell}>
          <Sidebar onSearch={commands.search.open} onShortcuts={commands.shortcuts.open} />
          <main id="content" className={classes.main} tabIndex={-1}>
            <DueWordsContext value={DUE_WORDS}>
              <GoTargetsContext value={within}>
                <CaptureTargetsContext value={commands.capture.targets}>
                  <Outlet />
                </CaptureTargetsContext>
              </GoTargetsContext>
            </DueWordsContext>
          </main>
        </div>
        <GoKeys pages={goTargets} within={within} />
        <Boundary>
          <QuickAddDialog
            opened={commands.capture.opened}
            about={commands.capture.about}
            onClose={commands.capture.close}
          />
        </Boundary>
        <Boundary>
          <ShortcutsDialog pages={goTargets} opened={commands.shortcuts.opened} onClose={commands.shortcuts.close} />
        </Boundary>
        <Boundary>
          <SearchDialog store={commands.search.store} {...palette} />
        </Boundary>
      </CaptureContext>
    </OpenItemContext>
  )
}
