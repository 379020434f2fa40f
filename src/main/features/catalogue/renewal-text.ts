import type { TFunction } from 'i18next'
import { renewal as english } from '#shared/locales/en/renewal.ts'
import { renewal as russian } from '#shared/locales/ru/renewal.ts'
import { createTexts } from '#shared/locales/texts.ts'
import type { Language } from '#shared/model/common.ts'
import type { CatalogueCertification } from '#shared/model/template.ts'

/** What is known of a certificate, without the fields whose type depends on how references are resolved. */
type Certificate = Omit<CatalogueCertification, 'skills' | 'availability'>
type Renewal = NonNullable<CatalogueCertification['renewal']>
type Credits = NonNullable<Renewal['credits']>

type Text = TFunction<'renewal'>

const texts = createTexts('en', { ru: { renewal: russian }, en: { renewal: english } })

function validityText({ validity }: Certificate, t: Text): string {
  if (validity === null) return t('validityUnknown')
  return validity === 'never' ? t('neverExpires') : t('validFor', { months: validity.months })
}

function categoryText({ name, minimum, maximum }: Credits['categories'][number], t: Text, language: Language) {
  const values = { name: name[language], minimum: minimum ?? 0, maximum: maximum ?? 0 }
  if (minimum !== null && maximum !== null) return t('between', values)
  if (minimum !== null) return t('atLeast', { ...values, amount: minimum })
  return maximum === null ? name[language] : t('atMost', { ...values, amount: maximum })
}

function creditLines({ credits, periodMonths }: Renewal, t: Text, language: Language): string[] {
  if (credits === null) return []
  const { amount, unit, categories } = credits
  const total =
    periodMonths === null
      ? t('creditsUnknownPeriod', { amount, unit })
      : t('credits', { amount, unit, months: periodMonths })
  return [total, ...categories.map((category) => `- ${categoryText(category, t, language)}`)]
}

function renewalLines(entry: Certificate, t: Text, language: Language): string[] {
  const { renewal } = entry
  if (renewal === null) return entry.validity === 'never' ? [] : [t('renewalUnknown')]
  const { how, windowDays, free } = renewal
  return [
    how[language],
    ...(windowDays === null ? [] : [t('window', { days: windowDays })]),
    ...(free === true ? [t('free')] : []),
    ...creditLines(renewal, t, language),
  ]
}

/**
 * What has to be done to keep a certificate, in one language, as Markdown lines. The text says what the catalogue does
 * not know, with the advice to ask the issuer, and what was never verified.
 */
export function renewalText(entry: Certificate, language: Language): string {
  const t = texts.getFixedT(language, 'renewal')
  return [validityText(entry, t), ...renewalLines(entry, t, language), originText(entry, t)].join('\n')
}

/** A source without a day may be outdated: it is named, but never called verified. */
function originText({ lastVerified, source }: Certificate, t: Text): string {
  if (source === null) return t('unverified')
  return lastVerified === null ? t('undated', { source }) : t('verified', { source, day: lastVerified })
}

/** What is needed before the exam, empty where nothing is known. */
export function prerequisitesText({ prerequisites }: Certificate, language: Language): string {
  return prerequisites === null
    ? ''
    : texts.getFixedT(language, 'renewal')('prerequisites', { text: prerequisites[language] })
}
