import { existsSync } from 'node:fs'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'

/** Whether a folder holds a workspace; opening one that is not there would make it. */
export function hasWorkspace(dir: string): boolean {
  return existsSync(workspaceFiles(dir).database)
}
