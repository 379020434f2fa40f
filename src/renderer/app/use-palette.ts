import { IconSettings } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { SearchEntry } from '#renderer/features/search/search-dialog.tsx'
import type { Command } from '#renderer/fields/contribution.ts'
import { GO_KEY } from '#renderer/lib/go-targets.ts'
import type { Letter } from '#renderer/lib/keys.ts'
import { useAnyText } from '#renderer/lib/use-any-text.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { COMMANDS, FOOT, NAVIGATION } from './contributions.ts'

/** Every page that has a key. */
export const PAGES = [
  ...NAVIGATION.flatMap((group) => group.pages),
  ...FOOT,
  { path: '/settings', title: 'workspace:title', icon: IconSettings, key: 'X' } as const,
]

/** Pages and commands of the palette, in the present language. */
export function usePalette(run: (command: Command) => void): {
  pages: (SearchEntry & { letter: Letter })[]
  commands: SearchEntry[]
} {
  const navigate = useNavigate()
  const text = useAnyText()
  const workspace = useWorkspace()
  const pages = PAGES.map(({ path, title, icon, key }) => ({
    key: path,
    letter: key,
    title: text(title),
    words: '',
    icon,
    keys: [GO_KEY, key],
    run: () => void navigate({ to: path }),
  }))
  const offered = COMMANDS.filter(({ isOffered }) => isOffered?.(workspace) ?? true)
  const commands = offered.map((command) => ({
    key: command.title,
    title: text(command.title),
    words: command.words === undefined ? '' : text(command.words),
    icon: command.icon,
    keys: command.keys?.split(' ') ?? [],
    run: () => run(command),
  }))
  return { pages, commands }
}
