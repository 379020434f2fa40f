import { homedir } from 'node:os'
import { join } from 'node:path'
import { readCliOptions } from '#main/hosts/cli/cli-options.ts'
import { cliTexts } from '#main/hosts/cli/cli-texts.ts'
import { enableCodeCache } from '#main/hosts/code-cache.ts'
import { hostTexts, systemLanguage } from '#main/hosts/host-texts.ts'
import { describeError, readVersion } from '#main/hosts/launch.ts'
import { isNodeSupported, NODE_MAJOR } from '#main/hosts/node-version.ts'
import { explainProblem } from '#main/hosts/option-problem.ts'
import { openTerminal } from '#main/hosts/terminal.ts'
import { codeCacheDir, defaultWorkspaceDir } from '#main/store/files/workspace-dir.ts'

async function main(): Promise<number> {
  const { env, platform, versions } = process
  const terminal = openTerminal(process)
  const read = readCliOptions(process.argv.slice(2), process.cwd())
  const language = read.language ?? systemLanguage(env, Intl.DateTimeFormat().resolvedOptions().locale)
  const t = cliTexts(language)
  const host = hostTexts(language)
  const defaultDir = defaultWorkspaceDir(env, platform, homedir())
  const version = readVersion(join(import.meta.dirname, '../..'))
  if (!isNodeSupported(versions.node)) {
    terminal.complain(host('nodeTooOld', { needed: NODE_MAJOR, found: versions.node }))
    return 1
  }
  switch (read.kind) {
    case 'help':
      terminal.say(t('help', { dir: defaultDir }))
      return 0
    case 'version':
      terminal.say(version)
      return 0
    case 'invalid':
      terminal.complain(explainProblem(read.problem, host))
      return 2
    case 'run': {
      enableCodeCache(codeCacheDir(env, platform, homedir()))
      // Imported only now, because an old Node crashes as soon as the store is loaded.
      const { runCli } = await import('#main/hosts/cli/run-cli.ts')
      const ended = runCli({ command: read.command, language, t, host, terminal, version, defaultDir, clock: Date.now })
      return ended.catch((error: unknown) => {
        terminal.complain(t('failed', { reason: describeError(error) }))
        return 1
      })
    }
  }
}

process.exitCode = await main()
