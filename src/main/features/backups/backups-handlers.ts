import { implement } from '@orpc/server'
import type { WorkspaceBackups } from '#main/store/safety/workspace-backups.ts'
import { backups } from '#shared/contract/backups.ts'

/** What these handlers need of the open workspace. */
interface BackupsContext {
  workspace: { backups: WorkspaceBackups }
}

const os = implement(backups).$context<BackupsContext>()

export const backupsHandlers = os.router({
  list: os.list.handler(({ context: { workspace } }) => ({
    backups: workspace.backups.list(),
    state: workspace.backups.state(),
  })),
  make: os.make.handler(({ context }) => context.workspace.backups.make('manual')),
  restore: os.restore.handler(({ context, input }) => context.workspace.backups.restore(input.name)),
  remove: os.remove.handler(({ context, input }) => {
    context.workspace.backups.remove(input.name)
    return null
  }),
})
