import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { enableCodeCache } from '#main/hosts/code-cache.ts'
import { registerAppScheme } from '#main/hosts/electron/app-scheme.ts'
import { readRememberedLanguage } from '#main/hosts/electron/remembered-language.ts'
import { hostTexts } from '#main/hosts/host-texts.ts'
import { DESKTOP_STEPS, describeError, readArguments, readVersion } from '#main/hosts/launch.ts'
import { openTerminal } from '#main/hosts/terminal.ts'
import {
  chooseWorkspaceDir,
  chromiumProfileDir,
  codeCacheDir,
  defaultWorkspaceDir,
} from '#main/store/files/workspace-dir.ts'

/** Everything here must happen before Electron is ready, which it is only after this module has run to its end. */
function main(): void {
  const { env, platform } = process
  const terminal = openTerminal(process)
  const read = readArguments({
    args: process.argv.slice(1),
    cwd: process.cwd(),
    env,
    locale: app.getPreferredSystemLanguages()[0] ?? Intl.DateTimeFormat().resolvedOptions().locale,
    nodeVersion: process.versions.node,
    defaultDir: defaultWorkspaceDir(env, platform, homedir()),
    lenient: true,
  })
  if (read.kind === 'end') {
    if (read.code === 0) terminal.say(read.text)
    else terminal.complain(read.text)
    app.exit(read.code)
    return
  }
  app.setName('Kurs')
  const dir = chooseWorkspaceDir(read.options, env, platform, homedir())
  const profile = chromiumProfileDir(env, platform, homedir(), dir)
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  app.setPath('userData', profile)
  const language = readRememberedLanguage(profile) ?? read.language
  const t = hostTexts(language)
  // The first instance is notified of this one and comes to the front.
  if (!app.requestSingleInstanceLock()) {
    terminal.say(t('alreadyOpen'))
    app.exit(0)
    return
  }
  registerAppScheme()
  // `enableSandbox` would override the switch the person gave: where the system forbids the sandbox, the window would
  // not open at all.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Chromium's own background checks for updates are switched off too.
  for (const name of ['disable-background-networking', 'disable-component-update']) app.commandLine.appendSwitch(name)

  const root = join(import.meta.dirname, '../..')
  app
    .whenReady()
    .then(async () => {
      terminal.say(DESKTOP_STEPS.up)
      enableCodeCache(codeCacheDir(env, platform, homedir()))
      // Imported only now, so that the code cache covers most of the code.
      const { runElectron } = await import('#main/hosts/electron/run-electron.ts')
      return runElectron({
        options: read.options,
        language,
        t,
        dir,
        terminal,
        version: readVersion(root),
        entry: root,
        rendererDir: join(root, 'out/renderer'),
        prepareDemo: async (workspace, language) =>
          (await import('#main/app/prepare-demo.ts')).prepareDemo(workspace, language),
        preload: join(root, 'out/preload/index.cjs'),
        icon: join(root, 'resources/icon.png'),
      })
    })
    .catch((error: unknown) => {
      terminal.complain(t('failed', { reason: describeError(error) }))
      app.exit(1)
    })
}

main()
