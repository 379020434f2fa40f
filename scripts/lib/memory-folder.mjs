import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm'

/** Bytes that must be free in `MEMORY`, for the files of one suite. */
const NEEDED = 2 * 1024 ** 3

/**
 * Runs something with its temporary files in memory, where the system allows it. The tests run this way check what the
 * files contain. Whether files survive a loss of power is tested by the reliability suite, on the disk.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withMemoryFolder(run) {
  if (!existsSync(MEMORY)) return run({})
  const { bavail, bsize } = statfsSync(MEMORY)
  if (bavail * bsize < NEEDED) return run({})
  const folder = mkdtempSync(join(MEMORY, 'kurs-test-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    process.off('SIGINT', end).off('SIGTERM', end)
    remove()
    process.kill(process.pid, signal)
  }
  // The folder is removed on a signal too: its memory would otherwise stay in use until the system restarts.
  process.on('SIGINT', end).on('SIGTERM', end)
  try {
    return await run({ TMPDIR: folder })
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end)
    remove()
  }
}
