import type { Notice, Outgoing } from './messages.ts'

/** Sends to the test that booted this process; nobody hears it in a process started by hand. */
export function sendToTest(message: Outgoing): void {
  process.send?.(message)
}

export function notify(notice: Notice): void {
  sendToTest(notice)
}
