import type { TFunction } from 'i18next'
import { host as english } from '#shared/locales/en/host.ts'
import { host as russian } from '#shared/locales/ru/host.ts'
import { createTexts } from '#shared/locales/texts.ts'
import { type Language, languageOf } from '#shared/model/common.ts'

/** Makes a text of terminal, menus and dialogs. */
export type HostText = TFunction<'host'>

const texts = createTexts('en', { ru: { host: russian }, en: { host: english } })

export function hostTexts(language: Language): HostText {
  return texts.getFixedT(language, 'host')
}

/** Language of terminal and menus before the user's own setting is known. */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>, locale: string): Language {
  return languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || locale)
}
