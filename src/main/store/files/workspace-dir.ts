import { createHash } from 'node:crypto'
import { posix, win32 } from 'node:path'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The workspace every entry opens unless told otherwise, so that window, browser host and terminal see the same data:
 * `$XDG_DATA_HOME/kurs` (or `~/.local/share/kurs`), `~/Library/Application Support/Kurs`, `%APPDATA%\Kurs`.
 * `KURS_DATA_DIR` overrides all of them.
 */
export function defaultWorkspaceDir(env: Environment, platform: NodeJS.Platform, homedir: string): string {
  const path = platform === 'win32' ? win32 : posix
  if (env.KURS_DATA_DIR) return path.resolve(env.KURS_DATA_DIR)
  switch (platform) {
    case 'win32':
      return path.join(absoluteOr(path, env.APPDATA, path.join(homedir, 'AppData', 'Roaming')), 'Kurs')
    case 'darwin':
      return path.join(homedir, 'Library', 'Application Support', 'Kurs')
    default:
      return path.join(absoluteOr(path, env.XDG_DATA_HOME, path.join(homedir, '.local', 'share')), 'kurs')
  }
}

/** The folder an entry opens: the requested or the default one, or beside it the demo's. Always absolute. */
export function chooseWorkspaceDir(
  asked: { dataDir: string | null; demo: boolean },
  env: Environment,
  platform: NodeJS.Platform,
  homedir: string,
): string {
  const dir = asked.dataDir ?? defaultWorkspaceDir(env, platform, homedir)
  return asked.demo ? demoWorkspaceDir(dir) : dir
}

/** The demo's own folder beside a workspace: demo data is never put into a folder that may hold real data. */
export function demoWorkspaceDir(workspaceDir: string): string {
  return `${workspaceDir}-demo`
}

/**
 * Folder of Chromium's profile (caches, window state): never inside a workspace, which people copy and back up, and one
 * for each workspace, because two windows on two workspaces must not share a profile.
 */
export function chromiumProfileDir(
  env: Environment,
  platform: NodeJS.Platform,
  homedir: string,
  workspaceDir: string,
): string {
  const path = platform === 'win32' ? win32 : posix
  const suffix =
    workspaceDir === defaultWorkspaceDir({ ...env, KURS_DATA_DIR: undefined }, platform, homedir)
      ? ''
      : `-${createHash('sha256').update(workspaceDir).digest('hex').slice(0, 12)}`
  switch (platform) {
    case 'win32':
      return path.join(
        absoluteOr(path, env.LOCALAPPDATA, path.join(homedir, 'AppData', 'Local')),
        `Kurs Desktop${suffix}`,
      )
    case 'darwin':
      return path.join(homedir, 'Library', 'Application Support', `Kurs Desktop${suffix}`)
    default:
      return path.join(absoluteOr(path, env.XDG_CONFIG_HOME, path.join(homedir, '.config')), `kurs-desktop${suffix}`)
  }
}

/** Folder of the compiled form of the app's own code. It holds no user data, and is made anew when it is removed. */
export function codeCacheDir(env: Environment, platform: NodeJS.Platform, homedir: string): string {
  const path = platform === 'win32' ? win32 : posix
  switch (platform) {
    case 'win32':
      return path.join(absoluteOr(path, env.LOCALAPPDATA, path.join(homedir, 'AppData', 'Local')), 'Kurs Code Cache')
    case 'darwin':
      return path.join(homedir, 'Library', 'Caches', 'Kurs', 'code')
    default:
      return path.join(absoluteOr(path, env.XDG_CACHE_HOME, path.join(homedir, '.cache')), 'kurs', 'code')
  }
}

/** The XDG specification says that a relative path in these variables is to be ignored. */
function absoluteOr(path: typeof posix, value: string | undefined, fallback: string): string {
  return value && path.isAbsolute(value) ? value : fallback
}
