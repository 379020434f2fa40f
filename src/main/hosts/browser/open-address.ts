import { spawn } from 'node:child_process'

interface Opener {
  command: string
  args: string[]
}

/**
 * The system's command that opens an address in the default browser; null where no browser can be expected (no
 * display). The address may be an argument, which others can see, because its code works only once.
 */
export function findOpener(
  address: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Opener | null {
  switch (platform) {
    case 'darwin':
      return { command: 'open', args: [address] }
    case 'win32':
      // `start` takes its first quoted argument for a window title.
      return { command: 'cmd', args: ['/d', '/c', 'start', '""', address] }
    default:
      // Without a display, xdg-open falls back to text browsers that take over the terminal.
      return env.DISPLAY || env.WAYLAND_DISPLAY ? { command: 'xdg-open', args: [address] } : null
  }
}

/** Opens the default browser; a missing browser is no failure, since the address is printed anyway. */
export function openAddress(opener: Opener | null): void {
  if (!opener) return
  const child = spawn(opener.command, opener.args, {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    windowsVerbatimArguments: opener.command === 'cmd',
  })
  child.on('error', () => {})
  child.unref()
}
