import { en } from './en/index.ts'
import { ru } from './ru/index.ts'

/** Every text of the app in both languages. A test holds that both have the same keys. */
export const resources = { en, ru }
