import type { Workspace } from '#main/store/open-workspace.ts'
import type { Language } from '#shared/model/common.ts'
import type { ShowAnswer } from '#shared/model/owner.ts'

export type { Workspace }

/**
 * The whole application behind one function: the renderer's files (with their Content-Security-Policy), `/rpc/*`,
 * `/events` (server-sent events) and `/attachments/*`. It trusts its caller: the host decides who may ask.
 */
export interface KursApp {
  fetch(request: Request): Promise<Response>
  /** Ends event streams and waits for writes under way; the workspace itself stays open for its owner to close. */
  close(): Promise<void>
}

/** What only some hosts can do. Where a power is missing, the renderer does without it or does not offer the action. */
export interface HostPowers {
  /** Opens a file or folder with the system's own program. */
  openPath?(path: string): Promise<void>
  /** Opens the demo, which has a folder of its own beside the workspace: at an address, or in a window that came to the front. */
  openDemo?(language: Language): Promise<ShowAnswer>
}

export interface AppOptions {
  workspace: Workspace
  /** Folder of the built renderer. */
  rendererDir: string
  /** Version of the app, shown and written into exports. */
  version: string
  powers: HostPowers
  host: 'electron' | 'browser'
  /** Called with unexpected errors and their details; the caller of a procedure only learns that there was an error. */
  reportDefect?(error: unknown): void
}
