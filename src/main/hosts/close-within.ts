/** Milliseconds that a host waits for work under way when it ends. */
const PATIENCE = 10_000

/**
 * Closes in an orderly way, but not for ever: false when it took too long. The process may then simply end: what was
 * acknowledged is on the disk, and interrupted work leaves the old state, as when the process is killed.
 */
export async function closeWithin(close: () => Promise<void>, patience = PATIENCE): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience)
  })
  try {
    return await Promise.race([close().then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
