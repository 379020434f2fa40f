import { spawn } from 'node:child_process'

interface Opener {
  command: string
  args: string[]
}

/**
 * The system's way to open an address in the default browser; null where none can be expected (no display).
 * The address may stand in the argument because its code works once.
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

/** Opens the default browser; where there is none nothing fails, since the address is printed anyway. */
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
