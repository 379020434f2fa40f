/** Lines of `npm start` about the way to the desktop window. */
export const start = {
  fallback: 'The desktop window did not open ({{why}}); using the browser.',
  installing: 'Downloading Electron, the desktop window of Kurs...',
  noDisplay: 'there is no display',
  noDownload: 'Electron could not be downloaded: {{why}}',
  stalled: 'no progress for {{seconds}} s',
  died: 'Electron ended with code {{code}}: {{why}}',
  slow: 'Electron was not ready after {{seconds}} s',
  noSandbox: 'this system forbids Chromium’s sandbox; allow it by an AppArmor profile for {{path}}, or by {{command}}',
  asRoot: 'Electron does not run as root',
} as const
