import { prepared, type Store, tellListeners } from '#main/store/database.ts'
import { Settings } from '#shared/contract/workspace.ts'
import { Failure } from '#shared/model/failure.ts'

const DEFAULTS: Settings = { language: null, theme: 'system', weekStartsOn: 1, currency: 'RUB' }

/** The workspace's preferences; what was never set, or cannot be read any more, has its default. */
export function readSettings(store: Store): Settings {
  const rows = prepared(store, 'settings.read', () =>
    store.sqlite.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting'),
  ).all()
  const settings = { ...DEFAULTS }
  for (const { key, value } of rows) {
    const parsed = Settings.partial().safeParse({ [key]: JSON.parse(value) })
    if (parsed.success) Object.assign(settings, parsed.data)
  }
  return settings
}

/** Saves the given preferences and answers all of them. Throws STORAGE while nothing may be written. */
export function saveSettings(store: Store, patch: Partial<Record<keyof Settings, unknown>>): Settings {
  if (store.held !== null) throw new Failure('STORAGE', { reason: store.held })
  const save = prepared(store, 'settings.save', () =>
    store.sqlite.prepare(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ),
  )
  store.sqlite
    .transaction(() => {
      for (const [key, value] of Object.entries(patch)) if (value !== undefined) save.run(key, JSON.stringify(value))
    })
    .immediate()
  tellListeners(store, ['settings'])
  return readSettings(store)
}
