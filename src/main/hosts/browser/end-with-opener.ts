/**
 * Ends this process with the one that started it for a while (the demo that was opened from a page), however that one ends: their
 * channel closes even when it is killed. Whoever started this process without a channel leaves it alone.
 */
export function endWithOpener(own: NodeJS.Process): void {
  if (own.send === undefined) return
  // The opener may have ended while this process was starting.
  if (!own.connected) {
    own.exit(1)
    return
  }
  own.once('disconnect', () => {
    // As if it were told to stop; while nothing listens to that yet, there is nothing to put in order.
    if (!own.emit('SIGTERM', 'SIGTERM')) own.exit(1)
  })
  // The channel itself must not keep a process alive that is done.
  own.channel?.unref()
}
