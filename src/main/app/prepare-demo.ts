import { fillDemo } from '#main/features/demo/demo-store.ts'
import { today } from '#main/store/engine/days.ts'
import { isEmptyWorkspace } from '#main/store/engine/rows.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import type { Language } from '#shared/model/common.ts'

/**
 * Fills the demo's own workspace at its first start. A demo somebody has looked around in stays as they left it, and a
 * workspace with data of any other kind is never touched.
 */
export async function prepareDemo({ store }: Workspace, language: Language): Promise<void> {
  if (isEmptyWorkspace(store)) fillDemo(store, language, today(store))
}
