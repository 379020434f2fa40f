import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarWeek,
  IconCoin,
  IconDatabaseExport,
  IconDeviceDesktop,
  IconEye,
  IconFolderOpen,
  IconHistory,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconPrinter,
  IconSun,
} from '@tabler/icons-react'
import { type Command, defineContribution } from '#renderer/fields/contribution.ts'
import { openDemo } from '#renderer/lib/demo.ts'
import type { Settings } from '#shared/contract/workspace.ts'

/** A command that changes a setting; not offered if the setting has that value already. */
const setting = (patch: Partial<Settings>): Pick<Command, 'isOffered' | 'run'> => ({
  isOffered: ({ settings }) =>
    Object.entries(patch).some(([name, value]) => settings[name as keyof Settings] !== value),
  run: ({ client }) => client.workspace.saveSettings(patch),
})

export const contribution = defineContribution({
  commands: [
    {
      title: 'workspace:command.themeLight',
      words: 'workspace:commandWords.theme',
      icon: IconSun,
      ...setting({ theme: 'light' }),
    },
    {
      title: 'workspace:command.themeDark',
      words: 'workspace:commandWords.theme',
      icon: IconMoon,
      ...setting({ theme: 'dark' }),
    },
    {
      title: 'workspace:command.themeSystem',
      words: 'workspace:commandWords.theme',
      icon: IconDeviceDesktop,
      ...setting({ theme: 'system' }),
    },
    {
      title: 'workspace:command.inRussian',
      words: 'workspace:commandWords.language',
      icon: IconLanguage,
      ...setting({ language: 'ru' }),
    },
    {
      title: 'workspace:command.inEnglish',
      words: 'workspace:commandWords.language',
      icon: IconLanguage,
      ...setting({ language: 'en' }),
    },
    {
      title: 'workspace:command.weekMonday',
      words: 'workspace:commandWords.week',
      icon: IconCalendarWeek,
      ...setting({ weekStartsOn: 1 }),
    },
    {
      title: 'workspace:command.weekSunday',
      words: 'workspace:commandWords.week',
      icon: IconCalendarWeek,
      ...setting({ weekStartsOn: 0 }),
    },
    {
      title: 'workspace:command.currency',
      words: 'workspace:commandWords.currency',
      icon: IconCoin,
      run: ({ go }) => go('/settings'),
    },
    {
      title: 'workspace:command.backup',
      words: 'workspace:commandWords.backup',
      icon: IconDatabaseExport,
      run: async ({ client, tell }) => {
        await client.backups.make({})
        tell('workspace:command.backupMade')
      },
    },
    {
      title: 'workspace:command.restore',
      words: 'workspace:commandWords.restore',
      icon: IconHistory,
      run: ({ go }) => go('/settings', { section: 'backups' }),
    },
    {
      title: 'workspace:command.folder',
      words: 'workspace:commandWords.folder',
      icon: IconFolderOpen,
      isOffered: ({ canOpenFolder }) => canOpenFolder,
      run: ({ client }) => client.workspace.openFolder({}),
    },
    {
      title: 'workspace:command.demo',
      words: 'workspace:commandWords.demo',
      icon: IconEye,
      isOffered: ({ canOpenDemo }) => canOpenDemo,
      run: async ({ client, language, tell }) => {
        tell('workspace:command.demoOpening')
        if (await openDemo(client, language)) tell('workspace:command.demoShown')
      },
    },
    {
      title: 'workspace:command.print',
      words: 'workspace:commandWords.print',
      icon: IconPrinter,
      keys: 'Ctrl P',
      run: ({ print }) => print(),
    },
    {
      title: 'workspace:command.undo',
      words: 'workspace:commandWords.undo',
      icon: IconArrowBackUp,
      keys: 'Ctrl Z',
      run: ({ undo }) => undo(),
    },
    {
      title: 'workspace:command.redo',
      words: 'workspace:commandWords.redo',
      icon: IconArrowForwardUp,
      keys: 'Ctrl Shift Z',
      run: ({ redo }) => redo(),
    },
    {
      title: 'workspace:command.keys',
      words: 'workspace:commandWords.keys',
      icon: IconKeyboard,
      keys: '?',
      run: ({ showKeys }) => showKeys(),
    },
  ],
})
