import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { createSpotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { CAPTURE_KEY } from '#renderer/lib/capture.ts'
import { useUndo } from '#renderer/lib/use-undo.ts'
import { desktopApi } from './desktop.ts'

/** Shown beside the search. */
export const SEARCH_KEYS = 'Ctrl K'

/** Everything that works from anywhere, by a key or by a menu of the desktop window. */
export function useCommands() {
  const navigate = useNavigate()
  const { undo, redo } = useUndo()
  const [captureOpened, capture] = useDisclosure(false)
  const [shortcutsOpened, shortcuts] = useDisclosure(false)
  const [[searchStore, search]] = useState(createSpotlight)
  // By the place of the key, so that they work in the Russian layout too.
  const place = { usePhysicalKeys: true }
  useHotkeys([
    [CAPTURE_KEY, capture.open, place],
    ['mod+Z', undo, place],
    ['mod+Shift+Z', redo, place],
    ['mod+Y', redo, place],
    ['shift+?', shortcuts.open],
    ['shift+7', shortcuts.open, place],
  ])
  useHotkeys([['mod+K', search.open, place]], [])
  useEffect(
    () =>
      desktopApi()?.onCommand((command) => {
        switch (command) {
          case 'quickAdd':
            return capture.open()
          case 'search':
            return search.open()
          case 'settings':
            return void navigate({ to: '/settings' })
          case 'print':
            return window.print()
          case 'shortcuts':
            return shortcuts.open()
        }
      }),
    [capture.open, navigate, search.open, shortcuts.open],
  )
  return {
    capture: { opened: captureOpened, open: capture.open, close: capture.close },
    shortcuts: { opened: shortcutsOpened, open: shortcuts.open, close: shortcuts.close },
    search: { store: searchStore, open: search.open },
  }
}
