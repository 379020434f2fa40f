import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { registerAppScheme } from '#main/hosts/electron/app-scheme.ts'
import { runElectron } from '#main/hosts/electron/run-electron.ts'
import { fillText } from '#main/hosts/host-texts.ts'
import { describeError, readArguments, readVersion } from '#main/hosts/launch.ts'
import { chooseWorkspaceDir, chromiumProfileDir, defaultWorkspaceDir } from '#main/store/workspace-dir.ts'

/** Everything here must happen before Electron is ready, which it is only after this module has run to its end. */
function main(): void {
  const { env, platform } = process
  const read = readArguments({
    args: process.argv.slice(1),
    cwd: process.cwd(),
    env,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    nodeVersion: process.versions.node,
    defaultDir: defaultWorkspaceDir(env, platform, homedir()),
    lenient: true,
  })
  if (read.kind === 'end') {
    if (read.code === 0) console.log(read.text)
    else console.error(read.text)
    app.exit(read.code)
    return
  }
  const dir = chooseWorkspaceDir(read.options, env, platform, homedir())
  const profile = chromiumProfileDir(env, platform, homedir(), dir)
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  app.setPath('userData', profile)
  // The first instance hears of this one and comes to the front.
  if (!app.requestSingleInstanceLock()) {
    console.log(read.texts.alreadyOpen)
    app.exit(0)
    return
  }
  registerAppScheme()
  app.enableSandbox()
  // Nothing of Chromium's own may look for news either.
  for (const name of ['disable-background-networking', 'disable-component-update']) app.commandLine.appendSwitch(name)

  const root = join(import.meta.dirname, '../..')
  app
    .whenReady()
    .then(() =>
      runElectron({
        ...read,
        dir,
        terminal: { say: (line) => console.log(line), complain: (line) => console.error(line) },
        version: readVersion(root),
        rendererDir: join(root, 'out/renderer'),
        prepareDemo: async (workspace, language) =>
          (await import('#main/app/prepare-demo.ts')).prepareDemo(workspace, language),
        preload: join(root, 'out/preload/index.cjs'),
      }),
    )
    .catch((error: unknown) => {
      console.error(fillText(read.texts.failed, { reason: describeError(error) }))
      app.exit(1)
    })
}

main()
