import { normaliseSearchText } from '../text/text.ts'

/** How measurable a text is: a number with its unit, only numbers, or no number at all. */
type Measured = 'measured' | 'noUnit' | 'noNumber'

/** Days such as `12.03.2026`, `2026-03-12` and `12/03/26` are no result. */
const DATE = /\d{1,4}([-./])\d{1,2}\1\d{2,4}/g

/** A number that is not part of a name (`v1.29`, `Q3`, `№ 5`, `24/7`), with the sign or the word after it. */
const NUMBER =
  /(?<![\p{L}\d№#][.,/]?|[№#] |\/)(?<number>\d+(?: \d{3})*(?:[.,]\d+)*)(?![\d/])(?: ?(?<sign>[%‰₽$€£¥])| ?(?<word>\p{L}+))?/gu

const CURRENCY_BEFORE = /[₽$€£¥] ?\d/

/** Words after a number that cannot be its unit. */
const NOT_UNITS = new Set(
  `and or to in of from for by on at with the a an we i it was were is as than then after before st nd rd th
  и или а но в во на с со к ко до от из за по при для мы я это был была было были что чем как г гг год году года`.split(
    /\s+/,
  ),
)

/** Of these only a small number is a duration: `3 года`, but `2026 года`. */
const YEARS = new Set(['год', 'года'])

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья])$/

/** Numbers in words, which need no unit: twice as fast is measurable. */
const IN_WORDS =
  /(?<!\p{L})(?:halv\w+|by (?:half|a third|a quarter)|doubl\w+|tripl\w+|twice|\w+fold|вдвое|втрое|вчетверо|удво\p{L}+|утро\p{L}+|наполовину|пополам|на (?:треть|четверть)|в (?:полтора|два|три) раза)(?!\p{L})/u

const isCalendarYear = (number: string) => /^(?:19|20)\d\d$/.test(number)

type Found = { number: string; sign?: string; word?: string }

function measuredOf({ number, sign, word = '' }: Found): Measured {
  if (sign !== undefined) return 'measured'
  // "In 2026 we": a year, whatever word follows.
  if (isCalendarYear(number) || MONTH.test(word)) return 'noNumber'
  if (word === '') return 'noUnit'
  return NOT_UNITS.has(word) && !YEARS.has(word) ? 'noUnit' : 'measured'
}

/** Whether a text states a number and says of what: `3 weeks`, `12 %`, `$1.2M`, `вдвое`. Days and years do not count. */
export function measuredIn(text: string): Measured {
  const clean = normaliseSearchText(text).replace(/\s+/g, ' ').replace(DATE, ' ')
  if (IN_WORDS.test(clean) || CURRENCY_BEFORE.test(clean)) return 'measured'
  const found = [...clean.matchAll(NUMBER)].map(({ groups }) => measuredOf(groups as Found))
  if (found.includes('measured')) return 'measured'
  return found.includes('noUnit') ? 'noUnit' : 'noNumber'
}
