/** Texts of the terminal, of the native menu and dialogs, and of the page that asks to sign in. */
export const host = {
  help: `Kurs keeps you on course from PMO to CTO over a plan of 5-10 years.

  npm start -- [options]

  --browser        use the default browser instead of a desktop window
  --no-open        do not open the browser, only print the address
  --port N         port of the address (1-65535); a free one otherwise
  --data-dir DIR   folder of the workspace; the default one is {{dir}}
  --demo           look around in a workspace with demo data, in a folder of its own
  --lang ru|en     language of the app
  --restore NAME   put a backup into the place of a damaged database; newest = the newest one
  --no-sandbox     desktop window without Chromium’s sandbox: less safe, see the guide
  --help           this text`,
  unknownOption: 'Unknown option {{option}}. See --help.',
  unknownOptionNear: 'Unknown option {{option}}. Did you mean {{near}}? See --help.',
  missingValue: 'The option {{option}} needs a value. See --help.',
  unexpectedValue: 'The option {{option}} takes no value. See --help.',
  wrongLanguage: '--lang is ru or en, not “{{value}}”.',
  unexpectedArgument: 'Unexpected argument “{{value}}”. See --help.',
  noCommand: 'Name a command. See --help.',
  unknownCommand: 'Unknown command “{{value}}”. See --help.',
  unknownCommandNear: 'Unknown command “{{value}}”. Did you mean {{near}}? See --help.',
  foreignOption: 'The command {{command}} has no option {{option}}. See --help.',
  neededOption: 'The command {{command}} needs {{option}}. See --help.',
  wrongNumber: '{{option}} needs a whole number from {{least}} to {{most}}, not “{{value}}”.',
  nodeTooOld: 'Kurs needs Node.js {{needed}} or newer; this is {{found}}.',

  running: 'Kurs is running. Its address works once:',
  runningStop: 'Workspace: {{dir}}. Ctrl+C stops Kurs.',
  alreadyRunning: 'Kurs is already running on this workspace. A fresh address, which works once:',
  alreadyOpen: 'Kurs is already open on this workspace; its window has come to the front.',
  ownerSilent: 'Another process ({{pid}}) holds the workspace {{dir}} and does not answer. Close it and try again.',
  unavailable: 'The workspace {{dir}} cannot be used: {{reason}} ({{detail}}).',
  reasonFull: 'the disk is full',
  reasonReadonly: 'it cannot be written to',
  reasonIo:
    'the disk reported an error, which says nothing about the data. Check the disk and its cable and start again; if that does not help, copy the folder to another disk',
  reasonCorrupt: 'a file in it is damaged',
  reasonBusy: 'another program holds a file in it',
  reasonLimit: 'the system has run out of open files or memory',
  reasonGone: 'it is not there, or a file in it is gone',
  reasonBlocked: 'something else stands under a name that is needed',
  newerWorkspace:
    'The workspace {{dir}} was written by a newer Kurs ({{found}}, known here: {{known}}). It was left untouched.',
  damaged: `The database in {{dir}} is damaged or missing. Nothing was changed. Copy of the damaged files: {{copy}}
Backups, newest first:
{{backups}}
To put one of them into its place, start Kurs with --restore NAME, or with --restore newest.`,
  restoreRefused: 'The backup {{name}} cannot be used; it is damaged or not of this version of Kurs.',
  damagedNoCopy: 'there was nothing to copy',
  damagedNoBackups: '  none',
  portTaken: 'Port {{port}} cannot be used: {{reason}}.',
  endedLate: 'Kurs has ended without waiting any longer for work under way. Everything that was saved is safe.',
  failed: 'Kurs could not start: {{reason}}',

  signInTitle: 'Kurs: not signed in',
  signInText:
    'The address of Kurs works once and for one browser. Start Kurs again: it opens this page or prints a fresh address.',
  expiredTitle: 'Kurs: the address is no longer valid',
  expiredText: 'An address of a file works for ten minutes. Go back to Kurs and follow the link there again.',
  refusedTitle: 'Kurs: request refused',
  refusedText: 'Copy the address that Kurs printed into the address bar; a link from another page does not work.',

  menuFile: 'File',
  menuQuickAdd: 'Quick add',
  menuSearch: 'Search…',
  menuSavePdf: 'Save as PDF…',
  menuSettings: 'Settings…',
  menuQuit: 'Quit Kurs',
  menuEdit: 'Edit',
  menuUndo: 'Undo',
  menuRedo: 'Redo',
  menuCut: 'Cut',
  menuCopy: 'Copy',
  menuPaste: 'Paste',
  menuSelectAll: 'Select all',
  menuCopyLink: 'Copy link',
  menuNoSuggestions: 'No suggestions',
  menuView: 'View',
  menuZoomIn: 'Zoom in',
  menuZoomOut: 'Zoom out',
  menuZoomReset: 'Actual size',
  menuFullScreen: 'Full screen',
  menuReload: 'Reload',
  menuDevTools: 'Developer tools',
  menuHelp: 'Help',
  menuShortcuts: 'Keyboard shortcuts',
  menuAbout: 'About Kurs',
  menuHide: 'Hide Kurs',
  menuHideOthers: 'Hide others',
  menuShowAll: 'Show all',
  menuMinimize: 'Minimize',
  menuClose: 'Close window',

  externalTitle: 'Leave Kurs?',
  externalText: 'This address will be opened in another program:',
  externalOpen: 'Open',
  cancel: 'Cancel',
  saveTitle: 'Save as',
  saveFailedTitle: '“{{name}}” could not be saved',
  saveFailedText: 'Nothing in Kurs has changed. Choose another place, or make room, and try again.',
  failedTitle: 'The window could not be loaded',
  failedText: 'Everything that was saved is safe. Try again?',
  crashedTitle: 'The window has stopped working',
  crashedText: 'Everything that was saved is safe. Reload the window?',
  crashedReload: 'Reload',
} as const
