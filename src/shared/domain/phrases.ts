import type { Language } from '#shared/model/common.ts'

/**
 * Putting texts of the locales together outside of the renderer, in the format i18next reads there: `{{name}}` is
 * replaced, and a text that depends on a number stands under `key_one`, `key_few`, `key_many`, `key_other`.
 */

/** The text with its `{{names}}` replaced; a name without a value stays as it is, so that it is seen. */
export function fillText(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The form of `key` that fits `count` in a language, with `{{count}}` and the other names replaced. */
export function pluralText(
  texts: Readonly<Record<string, string>>,
  key: string,
  count: number,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = new Intl.PluralRules(language).select(count)
  const text = texts[`${key}_${form}`] ?? texts[`${key}_other`]
  if (text === undefined) throw new Error(`No text ${key} for ${form}`)
  return fillText(text, { count, ...values })
}
