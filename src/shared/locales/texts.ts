import { createInstance, type i18n, type Module, type ResourceLanguage } from 'i18next'
import type { cli } from './en/cli.ts'
import type { host } from './en/host.ts'
import type { renewal } from './en/renewal.ts'
import type { start } from './en/start.ts'
import type { resources } from './resources.ts'

/** Every namespace there is, so that keys and the values they need are checked wherever a text is made. */
interface Namespaces {
  cli: typeof cli
  host: typeof host
  renewal: typeof renewal
  start: typeof start
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: (typeof resources)['en'] & Namespaces
  }
}

/**
 * The one way to make texts: page, menus, terminal, documents and exports differ only in the namespaces they load. Of the
 * languages that are given any text can be made at once (`getFixedT`); the page is given one at first. Values are put in
 * as they are, because nobody makes HTML of a text; a value that was forgotten leaves its `{{name}}` to be seen.
 */
export function createTexts(
  language: 'ru' | 'en',
  resources: Readonly<Partial<Record<'ru' | 'en', ResourceLanguage>>>,
  plugins: readonly Module[] = [],
): i18n {
  const texts = createInstance()
  for (const plugin of plugins) texts.use(plugin)
  // Nothing is fetched, so it is ready before the promise is.
  void texts.init({
    lng: language,
    fallbackLng: false,
    resources,
    defaultNS: 'common',
    ns: Object.keys(resources[language] ?? {}),
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (_text, match) => match[0],
    returnNull: false,
    initAsync: false,
  })
  return texts
}
