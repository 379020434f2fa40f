import { tmpdir } from 'node:os'
import type { KursApp, Workspace } from '#main/app/kurs-app.ts'
import type { ShowAnswer } from '#shared/model/owner.ts'
import { listenAsOwner } from './owner-socket.ts'
import { findSocketPath } from './socket-path.ts'

export interface ShareOptions {
  workspace: Workspace
  app: Pick<KursApp, 'fetch'>
  /** See `OwnerSocketOptions`. */
  show(): Promise<ShowAnswer>
  onError(error: unknown): void
}

/**
 * Makes the owner of a workspace reachable for the user's other programs, until `close`. Where no socket can be made,
 * the app works all the same; a second launch then says that the workspace is in use.
 */
export async function shareWorkspace(options: ShareOptions): Promise<{ close(): Promise<void> }> {
  const path = findSocketPath(options.workspace.dir, {
    platform: process.platform,
    runtimeDir: process.env.XDG_RUNTIME_DIR,
    tmpdir: tmpdir(),
    uid: process.getuid?.() ?? null,
  })
  if (path === null) return { close: async () => {} }
  try {
    const socket = await listenAsOwner({ ...options, path })
    options.workspace.lock.publish(socket.endpoint)
    return socket
  } catch (error) {
    options.onError(error)
    return { close: async () => {} }
  }
}
