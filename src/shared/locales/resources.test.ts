import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RefusalReason, StorageReason } from '#shared/model/failure.ts'
import { resources } from './resources.ts'

interface Texts {
  readonly [key: string]: string | Texts
}

const HERE = import.meta.dirname
const SRC = resolve(HERE, '../..')
const LANGUAGES = ['en', 'ru'] as const
const FORMS = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'] }
const FORM = /_(zero|one|two|few|many|other)$/

/** Every file of texts, those of the hosts and scripts too, by its name; the index only gathers them. */
async function readTexts(language: 'en' | 'ru'): Promise<Map<string, Texts>> {
  const files = readdirSync(join(HERE, language)).filter((file) => file !== 'index.ts')
  const modules = await Promise.all(files.map((file) => import(`./${language}/${file}`)))
  return new Map(
    modules.map((module: Record<string, Texts>, index) => {
      const [texts, ...others] = Object.values(module)
      if (texts === undefined || others.length > 0) throw new Error(`${files[index]} exports more than its texts`)
      return [files[index]?.replace('.ts', '') ?? '', texts]
    }),
  )
}

/** Texts by their whole key: `journal:capture.to.day`. */
function flatten(texts: Texts, prefix: string): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  )
}

const all = { en: await readTexts('en'), ru: await readTexts('ru') }
const flat = {
  en: [...all.en].flatMap(([name, texts]) => flatten(texts, `${name}:`)),
  ru: [...all.ru].flatMap(([name, texts]) => flatten(texts, `${name}:`)),
}

/** Plural forms by their common key; a text without forms under its own. */
function byKey(language: 'en' | 'ru'): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>()
  for (const [key, text] of flat[language]) {
    const form = FORM.exec(key)?.[1] ?? ''
    const base = key.replace(FORM, '')
    groups.set(base, (groups.get(base) ?? new Map()).set(form, text))
  }
  return groups
}

const placeholders = (text: string) => new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))
const sorted = (items: Iterable<string | undefined>) => [...items].sort()

/** The sources of the product, without tests and texts. */
function readSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'locales' ? [] : readSources(path)
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })
}

describe('both languages', () => {
  test('have the same files and the same keys', () => {
    expect(sorted(all.ru.keys())).toEqual(sorted(all.en.keys()))
    expect(sorted(byKey('ru').keys())).toEqual(sorted(byKey('en').keys()))
    expect(sorted(Object.keys(resources.ru))).toEqual(sorted(Object.keys(resources.en)))
  })

  test.each(LANGUAGES)('have every plural form: %s', (language) => {
    const incomplete = [...byKey(language)]
      .filter(([, forms]) => !forms.has('') && sorted(forms.keys()).join() !== sorted(FORMS[language]).join())
      .map(([key]) => key)
    expect(incomplete).toEqual([])
    // A key that has forms and stands alone too would hide one of them.
    expect([...byKey(language)].filter(([, forms]) => forms.has('') && forms.size > 1)).toEqual([])
  })

  test('fill in the same values', () => {
    const english = byKey('en')
    for (const [key, forms] of byKey('ru')) {
      const wanted = sorted(placeholders([...(english.get(key) ?? new Map<string, string>()).values()].join()))
      expect([key, sorted(placeholders([...forms.values()].join()))]).toEqual([key, wanted])
    }
    for (const language of LANGUAGES)
      for (const [key, forms] of byKey(language)) {
        const wanted = placeholders(forms.get('other') ?? forms.get('') ?? '')
        for (const [form, text] of forms) {
          // "1" may be said in words where there is only one such number; Russian says 21 with the same form.
          const missing = [...wanted].filter((name) => !placeholders(text).has(name))
          const allowed = form === 'one' && language === 'en' ? ['count'] : []
          expect([`${key}_${form}`, missing.filter((name) => !allowed.includes(name ?? ''))]).toEqual([
            `${key}_${form}`,
            [],
          ])
        }
      }
  })

  test.each(LANGUAGES)('have no empty text and no stray spaces: %s', (language) => {
    expect(flat[language].filter(([, text]) => text.trim() === '')).toEqual([])
    // The terminal's texts are laid out with spaces.
    const onScreen = flat[language].filter(([key]) => !/^(host|cli):/.test(key))
    expect(onScreen.filter(([, text]) => text !== text.trim() || text.includes('  '))).toEqual([])
  })
})

/** Latin words a Russian text may hold: names, keys of the keyboard, formats, what is typed as it stands. */
const NAMES = new Set(
  `C-level CSV ICE CTO Ctrl Electron Enter Esc ISO JSON Kurs Markdown Node.js OTUS PDF PMO Shift ROP NPS CAC LTV English
  RUB Alt AppArmor Chromium Excel Java Python AWS Azure DevOps MBA IT AI Git STAR URL OK Letter Impact`.split(/\s+/),
)

/** Parts that are typed or read by machines: values filled in, addresses, options, commands and file names. */
const LITERAL =
  /\{\{.*?\}\}|https?:\/\/\S*|--[a-z-]+(?:[ =](?:[A-Z]+\b|ru\|en))?|npm \w+|ru или en|newest|NAME|\bkurs\b|\bgenerate\b|\bbackup\b|#\S+|@\S+/g

describe('each language', () => {
  test('says nothing in English in a Russian text', () => {
    const left = flat.ru.flatMap(([key, text]) => {
      const words = text.replace(LITERAL, ' ').match(/[A-Za-z][A-Za-z.-]*[A-Za-z]/g) ?? []
      return words.filter((word) => !NAMES.has(word)).map((word) => `${key}: ${word}`)
    })
    expect(left).toEqual([])
  })

  test('says nothing in Russian in an English text, save the name of the language', () => {
    expect(flat.en.filter(([, text]) => /[а-яё]/i.test(text) && text !== 'Русский')).toEqual([])
  })

  test('is written in words, not copied from the other', () => {
    const english = new Map(flat.en)
    const same = flat.ru.filter(
      ([key, text]) => english.get(key) === text && /[a-z]{3}/i.test(text.replace(LITERAL, '')),
    )
    expect(
      same.filter(([, text]) => !NAMES.has(text.replace(LITERAL, '').trim()) && !['English', 'Русский'].includes(text)),
    ).toEqual([])
  })
})

const sources = readSources(SRC)

describe('the texts fit the product', () => {
  test('every file is used', () => {
    const code = sources.join('\n')
    const scripts = readdirSync(resolve(SRC, '../scripts/lib'))
      .map((file) => readFileSync(resolve(SRC, '../scripts/lib', file), 'utf8'))
      .join('\n')
    for (const name of all.en.keys()) {
      const isResource = name in resources.en
      const asked = new RegExp(
        `(useTranslation|getFixedT|textsIn)\\([^)]*'${name}'|\\b${name}:[a-z]|\\bt\\('${name}:|TFunction<'${name}'`,
      )
      const imported = `locales/en/${name}.ts`
      const used = isResource ? asked.test(code) : code.includes(imported) || scripts.includes(imported)
      expect(`${name}: ${used ? 'used' : 'unused'}`).toBe(`${name}: used`)
    }
  })

  test('every reason of a refusal and of a storage failure has its words, and no other has', () => {
    for (const language of LANGUAGES) {
      const { refused, storage } = resources[language].errors
      expect(sorted(Object.keys(refused))).toEqual(sorted(RefusalReason.options))
      expect(sorted(Object.keys(storage))).toEqual(sorted(StorageReason.options))
    }
  })

  test('every message of a field has its words', () => {
    const model = readSources(join(SRC, 'shared/model')).join('\n')
    const main = readSources(join(SRC, 'main')).join('\n')
    const keys = new Set([
      ...[...model.matchAll(/'([a-z]+\.[a-z][A-Za-z]*)'/g)].map((match) => match[1]),
      ...[...main.matchAll(/message: '([^']*)'/g)].map((match) => match[1]),
    ])
    // Sent by no form: an upload without its header.
    keys.delete('upload.invalid')
    expect(keys.size).toBeGreaterThan(25)
    for (const language of LANGUAGES) {
      const known = Object.keys(resources[language].errors.field)
      expect(sorted(keys).filter((key) => key !== undefined && !known.includes(key))).toEqual([])
    }
  })
})
