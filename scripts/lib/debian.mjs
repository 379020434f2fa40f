import { existsSync } from 'node:fs'
import { runTool } from './run.mjs'

const MINUTE = 60_000

/**
 * Installs packages of the system with all they need; only for root on a system with apt, nothing happens elsewhere.
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
