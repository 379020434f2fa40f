import { parseArgs } from 'node:util'
import { TEXTS } from './start-texts.mjs'

/**
 * @typedef {{ browser: boolean, open: boolean, demo: boolean, port?: string, dataDir?: string, lang?: 'ru' | 'en' }} StartOptions
 * @typedef {{ kind: 'start', options: StartOptions } | { kind: 'help' } | { kind: 'bad', message: string }} Parsed
 */

/** @type {Record<string, { type: 'boolean' | 'string', short?: string }>} */
const OPTIONS = {
  browser: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  demo: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  lang: { type: 'string' },
}

/**
 * The language of the words printed here: `--lang` where it is good, else the system's.
 *
 * @param {string[]} args
 * @param {string} locale of the system, such as `ru-RU`
 * @returns {'ru' | 'en'}
 */
export function chooseLanguage(args, locale) {
  const { lang } = parseArgs({ args, options: { lang: { type: 'string' } }, strict: false }).values
  if (lang === 'ru' || lang === 'en') return lang
  return locale.startsWith('ru') ? 'ru' : 'en'
}

/**
 * Reads the options of `npm start`; the first bad one ends it.
 *
 * @param {string[]} args
 * @param {'ru' | 'en'} language
 * @returns {Parsed}
 */
export function parseStartOptions(args, language) {
  const texts = TEXTS[language]
  const { values, tokens } = parseArgs({ args, options: OPTIONS, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    const name = token.kind === 'option' ? token.rawName : token.value
    const known = token.kind === 'option' && Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name] : undefined
    if (!known || token.kind !== 'option') return { kind: 'bad', message: texts.unknown(name) }
    if (known.type === 'boolean' && token.value !== undefined) return { kind: 'bad', message: texts.noValue(name) }
    if (known.type === 'string' && !token.value) return { kind: 'bad', message: texts.needsValue(name) }
  }
  if (values.help) return { kind: 'help' }
  const { port, lang, 'data-dir': dataDir } = values
  if (typeof port === 'string' && !(/^\d{1,5}$/.test(port) && Number(port) <= 65535)) {
    return { kind: 'bad', message: texts.badPort(port) }
  }
  if (lang !== undefined && lang !== 'ru' && lang !== 'en') return { kind: 'bad', message: texts.badLang(String(lang)) }
  return {
    kind: 'start',
    options: {
      browser: values.browser === true,
      open: values['no-open'] !== true,
      demo: values.demo === true,
      ...(typeof port === 'string' ? { port } : {}),
      ...(typeof dataDir === 'string' ? { dataDir } : {}),
      ...(lang === undefined ? {} : { lang }),
    },
  }
}
