import type { Workspace } from '#main/store/open-workspace.ts'
import type { AppOptions } from './kurs-app.ts'
import type { UploadPieces } from './upload-pieces.ts'

/** What every handler is given: the open workspace and what the host can do. Nothing is global. */
export interface AppContext {
  workspace: Workspace
  store: Workspace['store']
  options: AppOptions
  uploads: UploadPieces
}
