import { host as english } from '#shared/locales/en/host.ts'
import { host as russian } from '#shared/locales/ru/host.ts'
import type { Language } from '#shared/model/common.ts'

export type HostTexts = Record<keyof typeof english, string>

export function hostTexts(language: Language): HostTexts {
  return language === 'ru' ? russian : english
}

/** Puts values into the `{{name}}` places of a text. */
export function fillText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place))
}

/** Language of terminal and menus before the user's own setting is known; anything but Russian means English. */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>, locale: string): Language {
  const preferred = env.LC_ALL || env.LC_MESSAGES || env.LANG || locale
  return /^ru(?![a-z])/i.test(preferred) ? 'ru' : 'en'
}
