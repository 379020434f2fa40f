import { homedir } from 'node:os'
import { join } from 'node:path'
import { readCliOptions } from '#main/hosts/cli/cli-options.ts'
import { cliTexts } from '#main/hosts/cli/cli-texts.ts'
import { fillText, systemLanguage } from '#main/hosts/host-texts.ts'
import { describeError, readVersion } from '#main/hosts/launch.ts'
import { isNodeSupported, NODE_MAJOR } from '#main/hosts/node-version.ts'
import { defaultWorkspaceDir } from '#main/store/workspace-dir.ts'

async function main(): Promise<number> {
  const { env, platform, versions } = process
  const read = readCliOptions(process.argv.slice(2), process.cwd())
  const language = read.language ?? systemLanguage(env, Intl.DateTimeFormat().resolvedOptions().locale)
  const texts = cliTexts(language)
  const defaultDir = defaultWorkspaceDir(env, platform, homedir())
  const version = readVersion(join(import.meta.dirname, '../..'))
  if (!isNodeSupported(versions.node)) {
    console.error(fillText(texts.nodeTooOld, { needed: NODE_MAJOR, found: versions.node }))
    return 1
  }
  switch (read.kind) {
    case 'help':
      console.log(fillText(texts.help, { dir: defaultDir }))
      return 0
    case 'version':
      console.log(version)
      return 0
    case 'invalid':
      console.error(fillText(texts[read.problem.code], { ...read.problem }))
      return 2
    case 'run': {
      // Only now: an old Node crashes as soon as the store is loaded.
      const { runCli } = await import('#main/hosts/cli/run-cli.ts')
      const terminal = { say: (line: string) => console.log(line), complain: (line: string) => console.error(line) }
      const ended = runCli({ command: read.command, language, texts, terminal, version, defaultDir, clock: Date.now })
      return ended.catch((error: unknown) => {
        console.error(fillText(texts.failed, { reason: describeError(error) }))
        return 1
      })
    }
  }
}

process.exitCode = await main()
