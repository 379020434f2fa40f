import { homedir } from 'node:os'
import { join } from 'node:path'
import { fillText } from '#main/hosts/host-texts.ts'
import { describeError, readArguments, readVersion } from '#main/hosts/launch.ts'
import { chooseWorkspaceDir, defaultWorkspaceDir } from '#main/store/workspace-dir.ts'

async function main(): Promise<number> {
  const { env, platform } = process
  const read = readArguments({
    args: process.argv.slice(2),
    cwd: process.cwd(),
    env,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    nodeVersion: process.versions.node,
    defaultDir: defaultWorkspaceDir(env, platform, homedir()),
  })
  if (read.kind === 'end') {
    if (read.code === 0) console.log(read.text)
    else console.error(read.text)
    return read.code
  }
  const root = join(import.meta.dirname, '../..')
  // Only now: an old Node crashes as soon as the store is loaded.
  const { runBrowser } = await import('#main/hosts/browser/run-browser.ts')
  const ended = runBrowser({
    ...read,
    dir: chooseWorkspaceDir(read.options, env, platform, homedir()),
    terminal: { say: (line) => console.log(line), complain: (line) => console.error(line) },
    version: readVersion(root),
    rendererDir: join(root, 'out/renderer'),
    prepareDemo: async (workspace, language) =>
      (await import('#main/app/prepare-demo.ts')).prepareDemo(workspace, language),
  })
  return ended.catch((error: unknown) => {
    console.error(fillText(read.texts.failed, { reason: describeError(error) }))
    return 1
  })
}

process.exitCode = await main()
