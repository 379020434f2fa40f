import type { i18n, ResourceLanguage } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { createTexts } from '#shared/locales/texts.ts'
import type { Language } from '#shared/model/common.ts'

/** Languages are loaded separately because the first screen needs only one. */
const READ: { [Name in Language]: () => Promise<ResourceLanguage> } = {
  en: async () => (await import('#shared/locales/en/index.ts')).en,
  ru: async () => (await import('#shared/locales/ru/index.ts')).ru,
}

/** Loads the texts of a language in advance. */
export async function readTexts(language: Language): Promise<void> {
  await READ[language]()
}

/** Texts of the page in one language. */
export async function createI18n(language: Language): Promise<i18n> {
  return createTexts(language, { [language]: await READ[language]() }, [initReactI18next])
}

/**
 * Shows the page in a language once its texts are loaded, unless `outdated` says that another language was requested
 * since.
 */
export async function showLanguage(texts: i18n, language: Language, outdated: AbortSignal): Promise<void> {
  const words = await READ[language]()
  if (outdated.aborted) return
  for (const [name, bundle] of Object.entries(words)) texts.addResourceBundle(language, name, bundle)
  await texts.changeLanguage(language)
}
