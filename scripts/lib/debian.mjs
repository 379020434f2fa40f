import { existsSync } from 'node:fs'
import { runTool } from './run.mjs'

const MINUTE = 60_000

/**
 * Installs system packages with their dependencies. Does nothing unless run as root on a system with apt.
 *
 * @param {string[]} packages
 */
export async function installPackages(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runTool('apt-get', ['update', '-q'], { env, stall: 2 * MINUTE, limit: 5 * MINUTE })
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  await runTool('apt-get', install, { env, stall: 3 * MINUTE, limit: 15 * MINUTE })
}
