import { homedir } from 'node:os'
import { join } from 'node:path'
import { enableCodeCache } from '#main/hosts/code-cache.ts'
import { describeError, readArguments, readVersion } from '#main/hosts/launch.ts'
import { openTerminal } from '#main/hosts/terminal.ts'
import { chooseWorkspaceDir, codeCacheDir, defaultWorkspaceDir } from '#main/store/files/workspace-dir.ts'

async function main(): Promise<number> {
  const { env, platform } = process
  const terminal = openTerminal(process)
  const read = readArguments({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    nodeVersion: process.versions.node,
    defaultDir: defaultWorkspaceDir(env, platform, homedir()),
  })
  if (read.kind === 'end') {
    if (read.code === 0) terminal.say(read.text)
    else terminal.complain(read.text)
    return read.code
  }
  const root = join(import.meta.dirname, '../..')
  enableCodeCache(codeCacheDir(env, platform, homedir()))
  // Imported only now, because an old Node crashes as soon as the store is loaded.
  const { runBrowser } = await import('#main/hosts/browser/run-browser.ts')
  const ended = runBrowser({
    ...read,
    dir: chooseWorkspaceDir(read.options, env, platform, homedir()),
    terminal,
    version: readVersion(root),
    entry: import.meta.filename,
    rendererDir: join(root, 'out/renderer'),
    prepareDemo: async (workspace, language) =>
      (await import('#main/app/prepare-demo.ts')).prepareDemo(workspace, language),
  })
  return ended.catch((error: unknown) => {
    terminal.complain(read.t('failed', { reason: describeError(error) }))
    return 1
  })
}

process.exitCode = await main()
