import { Outlet, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QuickAddDialog } from '#renderer/features/journal/quick-add.tsx'
import { TimerDialog } from '#renderer/features/journal/timer/timer-dialog.tsx'
import { SearchDialog } from '#renderer/features/search/search-dialog.tsx'
import { PartFormsContext } from '#renderer/fields/case-parts.ts'
import { CaptureContext, CaptureTargetsContext } from '#renderer/lib/capture.ts'
import { DueWordsContext } from '#renderer/lib/due-words.ts'
import { GoTargets, GoTargetsContext } from '#renderer/lib/go-targets.ts'
import { type OpenItem, OpenItemContext } from '#renderer/lib/selection.ts'
import { Boundary } from '#renderer/ui/boundary.tsx'
import { lazyPart, preloadWhenIdle } from '#renderer/ui/lazy-part.tsx'
import { DUE_WORDS, PART_FORMS, PATH_OF_TYPE } from './contributions.ts'
import { DemoBar } from './demo-bar.tsx'
import { GoKeys } from './go-keys.tsx'
import { ALL_PAGES } from './pages.ts'
import classes from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { useCommands } from './use-commands.ts'
import { useNewDay } from './use-new-day.ts'
import { usePalette } from './use-palette.ts'

const ShortcutsDialog = lazyPart(
  async () => (await import('#renderer/features/workspace/shortcuts-dialog.tsx')).ShortcutsDialog,
)

/**
 * Whether the dialog of keyboard shortcuts is mounted: once its code is preloaded, at the latest when it is opened. It
 * can return the focus only if it was mounted before it opens.
 */
function useShortcuts(opened: boolean): boolean {
  const [isThere, setThere] = useState(false)
  useEffect(() => preloadWhenIdle([{ preload: () => ShortcutsDialog.preload().then(() => setThere(true)) }]), [])
  return isThere || opened
}

/** The frame around every page: the sidebar, the page itself, and what keys open above it. */
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
  const hasShortcuts = useShortcuts(commands.shortcuts.opened)
  const [within] = useState(() => new GoTargets())
  const goTargets = palette.pages.map(({ letter, title, run }) => ({ key: letter, label: title, run }))
  return (
    <OpenItemContext value={openItem}>
      <CaptureContext value={commands.capture.open}>
        <a className="skip-link" href="#content">
          {t('nav.skip')}
        </a>
        <div className={classes.shell}>
          <DemoBar />
          <Sidebar
            onTimer={() => commands.timer.open()}
            onSearch={commands.search.open}
            onShortcuts={commands.shortcuts.open}
          />
          <main id="content" className={classes.main} tabIndex={-1}>
            <DueWordsContext value={DUE_WORDS}>
              <GoTargetsContext value={within}>
                <CaptureTargetsContext value={commands.targets}>
                  <PartFormsContext value={PART_FORMS}>
                    <Outlet />
                  </PartFormsContext>
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
          <TimerDialog opened={commands.timer.opened} about={commands.timer.about} onClose={commands.timer.close} />
        </Boundary>
        <Boundary>
          {hasShortcuts && (
            <ShortcutsDialog pages={goTargets} opened={commands.shortcuts.opened} onClose={commands.shortcuts.close} />
          )}
        </Boundary>
        <Boundary>
          <SearchDialog store={commands.search.store} {...palette} />
        </Boundary>
      </CaptureContext>
    </OpenItemContext>
  )
}
