import { readSettings } from '#main/features/workspace/settings-store.ts'
import type { StoreEvent } from '#main/store/engine/database.ts'
import type { Language } from '#shared/model/common.ts'
import type { Workspace } from './kurs-app.ts'

/**
 * The language chosen in the settings, null until the first run has asked: it goes before the command line and the system
 * wherever the app speaks. Calls back at once and whenever it changes, by whatever way: the settings, a restore, an import.
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
