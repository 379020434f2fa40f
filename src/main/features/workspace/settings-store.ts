import { z } from 'zod'
import { commit } from '#main/store/engine/commit.ts'
import { type Store, tellListeners } from '#main/store/engine/database.ts'
import { saveSetting } from '#main/store/engine/setting.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { Settings } from '#shared/contract/workspace.ts'

const DEFAULTS: Settings = {
  language: null,
  theme: 'system',
  weekStartsOn: 1,
  currency: 'RUB',
  weekMinutes: null,
  otherColumns: [],
  listLooks: [],
}

/** The workspace's preferences; a preference that was never set or can no longer be read has its default. */
export function readSettings(store: Store): Settings {
  const rows = readRows<{ key: string; value: unknown }>(store, 'SELECT key, value FROM setting', [], {
    value: z.unknown(),
  })
  const settings = { ...DEFAULTS }
  for (const { key, value } of rows) {
    const parsed = Settings.partial().safeParse({ [key]: value })
    if (parsed.success) Object.assign(settings, parsed.data)
  }
  return settings
}

/** Saves the given preferences and answers all of them. Throws STORAGE while nothing may be written. */
export function saveSettings(store: Store, patch: Partial<Record<keyof Settings, unknown>>): Settings {
  const settings = commit(store, () => {
    for (const [key, value] of Object.entries(patch)) if (value !== undefined) saveSetting(store, key, value)
    return readSettings(store)
  })
  tellListeners(store, ['settings'])
  return settings
}
