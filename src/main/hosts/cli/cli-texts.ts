import type { TFunction } from 'i18next'
import { cli as english } from '#shared/locales/en/cli.ts'
import { cli as russian } from '#shared/locales/ru/cli.ts'
import { createTexts } from '#shared/locales/texts.ts'
import type { Language } from '#shared/model/common.ts'

/** Makes texts of the terminal client; texts shared by all hosts are made by `HostText`. */
export type CliText = TFunction<'cli'>

const texts = createTexts('en', { ru: { cli: russian }, en: { cli: english } })

export function cliTexts(language: Language): CliText {
  return texts.getFixedT(language, 'cli')
}
