import { implement } from '@orpc/server'
import type { Store } from '#main/store/engine/database.ts'
import { DEMO_KEY } from '#main/store/engine/own-settings.ts'
import { findRow, hasRow } from '#main/store/engine/statements.ts'
import { redo, undo, undoState } from '#main/store/engine/undo.ts'
import { workspace } from '#shared/contract/workspace.ts'
import type { Language } from '#shared/model/common.ts'
import { refuse } from '#shared/model/failure.ts'
import type { ShowAnswer } from '#shared/model/owner.ts'
import { readSettings, saveSettings } from './settings-store.ts'

/** The powers of the host that these procedures use. */
interface WorkspacePowers {
  openPath?(path: string): Promise<void>
  openDemo?(language: Language): Promise<ShowAnswer>
}

/** What the shell's own procedures need beside the store. */
export interface WorkspaceContext {
  store: Store
  workspace: { dir: string }
  options: { version: string; host: 'electron' | 'browser'; powers: WorkspacePowers }
}

const isDemo = (store: Store): boolean => hasRow(store, 'SELECT 1 FROM setting WHERE key = ?', [DEMO_KEY])

const os = implement(workspace).$context<WorkspaceContext>()

export const workspaceHandlers = os.router({
  told: os.told.handler(({ context }) => context.store.told),
  info: os.info.handler(
    ({
      context: {
        store,
        workspace: { dir },
        options,
      },
    }) => ({
      version: options.version,
      host: options.host,
      dir,
      canOpenFolder: options.powers.openPath !== undefined,
      canOpenDemo: options.powers.openDemo !== undefined && !isDemo(store),
      settings: readSettings(store),
      planStart: findRow<{ day: string }>(store, 'SELECT start_day AS day FROM plan LIMIT 1', [])?.day ?? null,
      demo: isDemo(store),
    }),
  ),
  saveSettings: os.saveSettings.handler(({ context, input }) => saveSettings(context.store, input)),
  openFolder: os.openFolder.handler(async ({ context }) => {
    await context.options.powers.openPath?.(context.workspace.dir)
    return null
  }),
  openDemo: os.openDemo.handler(({ context: { store, options }, input }) => {
    const { openDemo } = options.powers
    return openDemo === undefined || isDemo(store) ? refuse('demo-unavailable') : openDemo(input.language)
  }),
  undoState: os.undoState.handler(({ context }) => undoState(context.store)),
  undo: os.undo.handler(({ context, input }) => ({ batchId: undo(context.store, input.batchId).batchId })),
  redo: os.redo.handler(({ context }) => ({ batchId: redo(context.store).batchId })),
})
