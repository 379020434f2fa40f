import { lstatSync, mkdirSync } from 'node:fs'
// Imported as a whole: a Node that is too old lacks some of these names, and a named import would fail before the app
// can say so.
import * as nodeModule from 'node:module'

/** Anybody else with write permission here could have their code run. */
const FOR_OTHERS_TO_WRITE = 0o022

/** True when the folder is this user's and nobody else may change what is in it. Windows ensures this by itself. */
function isPrivate(dir: string): boolean {
  const stats = lstatSync(dir)
  const ours = process.getuid === undefined || stats.uid === process.getuid()
  return stats.isDirectory() && ours && (process.platform === 'win32' || (stats.mode & FOR_OTHERS_TO_WRITE) === 0)
}

/**
 * Lets Node keep the compiled form of the app's own code in `dir`, which saves compiling it at the next start. Must come before the
 * bulk of the code is imported. It is a convenience: answers false, and changes nothing, where the folder cannot be used.
 */
export function enableCodeCache(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    if (!isPrivate(dir)) return false
    const { ENABLED, ALREADY_ENABLED } = nodeModule.constants.compileCacheStatus
    const { status } = nodeModule.enableCompileCache(dir)
    return status === ENABLED || status === ALREADY_ENABLED
  } catch {
    return false
  }
}
