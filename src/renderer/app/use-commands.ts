import { useDisclosure } from '@mantine/hooks'
import { createSpotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { CAPTURE_KEY, type CaptureTarget, CaptureTargets, TIMER_KEY } from '#renderer/lib/capture.ts'
import { desktopApi } from '#renderer/lib/desktop.ts'
import { stepInField } from '#renderer/lib/field-history.ts'
import { useKeys } from '#renderer/lib/use-keys.ts'
import { usePrint } from '#renderer/lib/use-print.ts'
import { useUndo } from '#renderer/lib/use-undo.ts'
import type { DesktopCommand } from '#shared/contract/desktop.ts'
import { useRunCommand } from './use-run-command.ts'

/** Shown beside the search. */
export const SEARCH_KEYS = 'Ctrl K'

/** A box that can be opened for an item: the one that is given, else the one whose panel is open. */
function useBoxAbout(targets: CaptureTargets) {
  const [opened, { open, close }] = useDisclosure(false)
  const [about, setAbout] = useState<CaptureTarget | null>(null)
  const openFor = useCallback(
    (target?: CaptureTarget) => {
      setAbout(target ?? targets.current ?? null)
      open()
    },
    [open, targets],
  )
  return { opened, about, open: openFor, close }
}

/** Commands available on every page, by a key or by a menu of the desktop window. */
export function useCommands() {
  const navigate = useNavigate()
  const { undo, redo } = useUndo()
  const { print } = usePrint()
  const [targets] = useState(() => new CaptureTargets())
  const capture = useBoxAbout(targets)
  const timer = useBoxAbout(targets)
  const [shortcutsOpened, shortcuts] = useDisclosure(false)
  const [[searchStore, search]] = useState(createSpotlight)
  useKeys([
    [CAPTURE_KEY, () => capture.open()],
    [TIMER_KEY, () => timer.open()],
    ['?', shortcuts.open],
  ])
  const steps = [
    ['Mod+Z', undo],
    ['Mod+Shift+Z', redo],
    ['Mod+Y', redo],
  ] as const
  useKeys(steps, { inFields: 'withoutText' })
  useKeys(
    [
      ['Mod+K', search.open],
      ['Mod+P', print],
    ],
    { inFields: 'always' },
  )
  const onCommand = useEffectEvent((command: DesktopCommand) => {
    switch (command) {
      case 'quickAdd':
        return capture.open()
      case 'search':
        return search.open()
      case 'settings':
        return void navigate({ to: '/settings' })
      case 'print':
        return print()
      // As with the keys: a text field has its own undo, which goes first.
      case 'undo':
        return stepInField('undo') ? undefined : undo()
      case 'redo':
        return stepInField('redo') ? undefined : redo()
      case 'shortcuts':
        return shortcuts.open()
    }
  })
  useEffect(() => desktopApi()?.onCommand(onCommand), [])
  const run = useRunCommand({
    capture: () => capture.open(),
    timer: () => timer.open(),
    showKeys: shortcuts.open,
    print,
    undo,
    redo,
  })
  return {
    run,
    /** The items whose panels are open. */
    targets,
    capture,
    timer,
    shortcuts: { opened: shortcutsOpened, open: shortcuts.open, close: shortcuts.close },
    search: { store: searchStore, open: search.open },
  }
}
