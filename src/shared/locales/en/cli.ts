/** Texts of the terminal client, `kurs`. */
export const cli = {
  help: `kurs: the terminal client of Kurs.

  npm run kurs -- COMMAND [options]

  generate --activities N --years Y --data-dir DIR [--seed S]
                   fill an empty folder with invented data of any size
  backup [--data-dir DIR]
                   make a verified backup, also while Kurs is running

  --data-dir DIR   folder of the workspace; for backup the default one is {{dir}}
  --activities N   entries of the journal, 0 to 10,000,000
  --years Y        years up to today, 1 to 50
  --seed S         whole number; the same seed gives the same data (default 1)
  --lang ru|en     language of messages and of the generated texts
  --version        version of Kurs
  --help           this text`,

  notEmpty: 'There is data in {{dir}}. Choose an empty folder: generated data is never mixed with yours.',
  inUse: 'Kurs is open on {{dir}}. Choose another folder or close it.',
  writing: '{{done}} of {{total}}',
  generated: 'Done: {{activities}} activities over {{years}} years in {{seconds}} s, folder {{dir}}',
  nothingThere: 'There is no workspace in {{dir}}.',
  backedUp: 'Backup made and verified: {{name}} ({{items}} items)',
  backupFailed: 'The backup was not made: {{reason}}',
  failed: 'Failed: {{reason}}',
} as const
