import { existsSync } from 'node:fs'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'

/** Whether a folder holds a workspace; opening a missing one would create it. */
export function hasWorkspace(dir: string): boolean {
  return existsSync(workspaceFiles(dir).database)
}
