import { SEARCH_INDEX_KEY } from './search-index.ts'

/** Under which key the timer is kept. */
export const TIMER_KEY = 'timer'

/** Under which key it is kept that the workspace is the demo: data brought from there into another one is the person's own. */
export const DEMO_KEY = 'demo'

/** Settings that belong to this workspace alone: no archive has them, and no import replaces them. */
const OWN = [SEARCH_INDEX_KEY, TIMER_KEY, DEMO_KEY]

export const isOwnSetting = (key: string): boolean => OWN.includes(key)

/** The other settings, as a condition of SQL. */
export const SHARED_SETTINGS = `key NOT IN (${OWN.map((key) => `'${key}'`).join(', ')})`
