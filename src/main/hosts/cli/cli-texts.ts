import { type HostTexts, hostTexts } from '#main/hosts/host-texts.ts'
import { cli as english } from '#shared/locales/en/cli.ts'
import { cli as russian } from '#shared/locales/ru/cli.ts'
import type { Language } from '#shared/model/common.ts'

/** Texts of the terminal client beside those every host has. */
export type CliTexts = HostTexts & Record<keyof typeof english, string>

export function cliTexts(language: Language): CliTexts {
  return { ...hostTexts(language), ...(language === 'ru' ? russian : english) }
}
