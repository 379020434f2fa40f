import { renewal as english } from '#shared/locales/en/renewal.ts'
import { renewal as russian } from '#shared/locales/ru/renewal.ts'
import type { Language } from '#shared/model/common.ts'
import type { CatalogueCertification } from '#shared/model/template.ts'

/** What is known of a certificate, wherever its skills are resolved to. */
type Certificate = Omit<CatalogueCertification, 'skills'>
type Texts = Record<keyof typeof english, string>
type Renewal = NonNullable<CatalogueCertification['renewal']>
type Credits = NonNullable<Renewal['credits']>

const TEXTS: Record<Language, Texts> = { en: english, ru: russian }

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

function validityText({ validity }: Certificate, texts: Texts): string {
  if (validity === null) return texts.validityUnknown
  return validity === 'never' ? texts.neverExpires : fill(texts.validFor, { months: validity.months })
}

function categoryText({ name, minimum, maximum }: Credits['categories'][number], texts: Texts, language: Language) {
  const values = { name: name[language], minimum: minimum ?? 0, maximum: maximum ?? 0 }
  if (minimum !== null && maximum !== null) return fill(texts.between, values)
  if (minimum !== null) return fill(texts.atLeast, { ...values, amount: minimum })
  return maximum === null ? name[language] : fill(texts.atMost, { ...values, amount: maximum })
}

function creditLines({ credits, periodMonths }: Renewal, texts: Texts, language: Language): string[] {
  if (credits === null) return []
  const { amount, unit, categories } = credits
  const total =
    periodMonths === null
      ? fill(texts.creditsUnknownPeriod, { amount, unit })
      : fill(texts.credits, { amount, unit, months: periodMonths })
  return [total, ...categories.map((category) => `- ${categoryText(category, texts, language)}`)]
}

function renewalLines(entry: Certificate, texts: Texts, language: Language): string[] {
  const { renewal } = entry
  if (renewal === null) return entry.validity === 'never' ? [] : [texts.renewalUnknown]
  const { how, windowDays, free } = renewal
  return [
    how[language],
    ...(windowDays === null ? [] : [fill(texts.window, { days: windowDays })]),
    ...(free === true ? [texts.free] : []),
    ...creditLines(renewal, texts, language),
  ]
}

/**
 * What has to be done to keep a certificate, in one language, as Markdown lines. What the catalogue does not know is
 * said so, with the advice to ask the issuer; so is what was never verified.
 */
export function renewalText(entry: Certificate, language: Language): string {
  const texts = TEXTS[language]
  const { lastVerified, source } = entry
  const origin =
    lastVerified === null || source === null ? texts.unverified : fill(texts.verified, { source, day: lastVerified })
  return [validityText(entry, texts), ...renewalLines(entry, texts, language), origin].join('\n')
}

/** What is needed before the exam, empty where nothing is known. */
export function prerequisitesText({ prerequisites }: Certificate, language: Language): string {
  return prerequisites === null ? '' : fill(TEXTS[language].prerequisites, { text: prerequisites[language] })
}
