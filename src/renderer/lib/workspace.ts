import { createContext, useContext } from 'react'
import type { z } from 'zod'
import type { workspace } from '#shared/contract/workspace.ts'

/** Facts of the workspace that the app reads at the start: version, folder, preferences. */
export type WorkspaceInfo = z.infer<NonNullable<(typeof workspace.info)['~orpc']['outputSchema']>>

export const WorkspaceContext = createContext<WorkspaceInfo | null>(null)

/** The open workspace. */
export function useWorkspace(): WorkspaceInfo {
  const info = useContext(WorkspaceContext)
  if (info === null) throw new Error('useWorkspace outside of WorkspaceContext')
  return info
}
