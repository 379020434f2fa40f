import { readSettings } from '#main/features/workspace/settings-store.ts'
import type { StoreEvent } from '#main/store/engine/database.ts'
import type { Language } from '#shared/model/common.ts'
import type { Workspace } from './kurs-app.ts'

/**
 * Follows the language chosen in the settings, null until the first run has asked for it. It takes precedence over the
 * command line and the system in all texts of the app. Calls `listener` at once and after every change, whether by the
 * settings, a restore or an import.
 */
export function followLanguage({ store }: Pick<Workspace, 'store'>, listener: (chosen: Language | null) => void): void {
  let known = readSettings(store).language
  store.listeners.add(({ types }: StoreEvent) => {
    if (!types.includes('settings')) return
    const chosen = readSettings(store).language
    if (chosen !== known) listener(chosen)
    known = chosen
  })
  listener(known)
}
