/** Milliseconds that the end of a host waits for work under way. */
const PATIENCE = 10_000

/**
 * Closes in good order, but not for ever: false when it took too long. What was acknowledged is on the disk by then, and
 * work that is cut off leaves the old state, as it does when the process is killed; so the process may simply end.
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
