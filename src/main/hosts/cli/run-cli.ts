import { hasWorkspace } from '#main/app/has-workspace.ts'
import type { HostText } from '#main/hosts/host-texts.ts'
import { explainClaim } from '#main/hosts/launch.ts'
import type { Terminal } from '#main/hosts/terminal.ts'
import type { Language } from '#shared/model/common.ts'
import type { CliCommand } from './cli-options.ts'
import type { CliText } from './cli-texts.ts'
import { connect } from './connect.ts'

/** What a command is run with. */
export interface CliRun {
  command: CliCommand
  language: Language
  t: CliText
  /** Texts shared by all hosts. */
  host: HostText
  terminal: Terminal
  version: string
  defaultDir: string
  clock: () => number
}

type Ordered<Name extends CliCommand['name']> = Extract<CliCommand, { name: Name }>

async function runGenerate(
  run: CliRun,
  { activities, years, seed, dataDir: dir }: Ordered<'generate'>,
): Promise<number> {
  const { t, terminal, clock, language } = run
  const started = clock()
  // Imported only here, because nothing else needs the texts of invented data.
  const { generateWorkspace } = await import('#main/app/generate-workspace.ts')
  const onProgress = (done: number) => terminal.complain(t('writing', { done, total: activities }))
  const result = await generateWorkspace({ dir, activities, years, seed, language, clock, onProgress })
  switch (result.kind) {
    case 'done': {
      const seconds = ((clock() - started) / 1000).toFixed(1)
      terminal.say(t('generated', { activities, years, seconds, dir }))
      return 0
    }
    case 'not-empty':
      terminal.complain(t('notEmpty', { dir }))
      return 1
    case 'shown':
    case 'silent':
      terminal.complain(t('inUse', { dir }))
      return 1
    default:
      terminal.complain(explainClaim(result, { dir, t: run.host }))
      return 1
  }
}

async function runBackup({ t, host, terminal, clock, version, defaultDir }: CliRun, { dataDir }: Ordered<'backup'>) {
  const dir = dataDir ?? defaultDir
  if (!hasWorkspace(dir)) {
    terminal.complain(t('nothingThere', { dir }))
    return 1
  }
  const connection = await connect(dir, version, clock)
  if (connection.kind === 'shown') return 1
  if (connection.kind !== 'connected') {
    terminal.complain(explainClaim(connection, { dir, t: host }))
    return 1
  }
  try {
    const { name, items } = await connection.client.backups.make({})
    terminal.say(t('backedUp', { name, items: items ?? 0 }))
    return 0
  } catch (error) {
    terminal.complain(t('backupFailed', { reason: error instanceof Error ? error.message : String(error) }))
    return 1
  } finally {
    await connection.close()
  }
}

/** Runs one command; resolves with the exit code: 0 when it did all it was asked for, else 1. */
export function runCli(run: CliRun): Promise<number> {
  const { command } = run
  switch (command.name) {
    case 'generate':
      return runGenerate(run, command)
    case 'backup':
      return runBackup(run, command)
  }
}
