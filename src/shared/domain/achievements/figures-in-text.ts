import { normaliseSearchText } from '../text/text.ts'

/** How measurable a text is: a number with its unit, only numbers, or no number at all. */
type Measured = 'measured' | 'noUnit' | 'noNumber'

/** Days such as `12.03.2026`, `2026-03-12` and `12/03/26` are no result. */
const DATE = /\d{1,4}([-./])\d{1,2}\1\d{2,4}/g

/** Standards and versions, which are names: `ISO 27001`, `ГОСТ Р 57580.1-2017`, `Windows 11`; and round the clock. */
const NAMED =
  /(?<![\p{L}\d])(?:(?:iso|iec|ieee|rfc|soc|pci dss|гост(?: р)?|ост|снип|санпин|windows|android|ios|macos|ubuntu|debian|office|python|java|php|node|angular|postgres(?:ql)?|kubernetes|tls|covid)[ -]\d[\d.:/-]{0,20}|(?:24|12|8)\/[57](?![\d/]))/gu

/** A number that is not part of a name (`v1.29`, `Q3`, `№ 5`, `COVID-19`), with the sign or the word after it. */
const NUMBER =
  /(?<![\p{L}\d№#][.,/]?|\p{L}-|[№#] |\/)(?<number>\d+(?: \d{3})*(?:[.,]\d+)*(?:\/\d+)?)(?![\d/])(?: ?(?<sign>[%‰₽$€£¥])| ?(?<word>\p{L}+))?/gu

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

/** Words that are a unit whatever stands before: `2000 hours` is no year. */
const UNIT =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|usd|eur|dollars?|euros?|roubles?|rubles?|percent|times|секунд\p{L}*|минут\p{L}*|час(?:а|ов)?|д(?:ень|ня|ней)|недел\p{L}*|месяц\p{L}*|лет|руб\p{L}*|доллар\p{L}*|евро|тыс\p{L}*|млн|процент\p{L}*|раза?|ч|мин|т|кг|км|гб|тб)$/u

/** Words for what is counted: a unit too, unless the number stands where a year does (`in 2026 customers`). */
const COUNTED =
  /^(?:people|users?|customers?|clients?|employees|engineers|requests?|tickets?|orders?|incidents?|bugs?|tests?|releases?|deployments?|servers?|services?|lines|pages|calls|leads|downloads|visits|items|units|человек\p{L}*|людей|сотрудник\p{L}*|пользовател\p{L}*|клиент(?:а|ов)?|инженер\p{L}*|заяв(?:ок|ки|ка)|запрос(?:а|ов)?|заказ(?:а|ов)?|обращени\p{L}*|инцидент(?:а|ов)?|ошиб(?:ок|ки)|тест(?:а|ов)|релиз(?:а|ов)|сервер(?:а|ов)|сервис(?:а|ов)|строк\p{L}*|страниц\p{L}*|звонк\p{L}*|встреч|задач|установ(?:ок|ки)|штук|шт)$/u

const BEFORE_YEAR = /(?<!\p{L})(?:in|since|until|till|during|в|к) $/u

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья])$/

/** Numbers in words, which need no unit: twice as fast is measurable. */
const IN_WORDS =
  /(?<!\p{L})(?:halv(?:e[ds]?|ing)|by (?:half|a third|a quarter)|(?:doubl|tripl)(?:e[ds]?|ing)|twice|(?:two|three|four|five|six|seven|eight|nine|ten|many|hundred)fold|вдвое|втрое|вчетверо|(?:удво|утро)(?:ил|ен|ит)\p{L}*|наполовину|пополам|на (?:треть|четверть)|в (?:полтора|два|три) раза)(?!\p{L})/u

const isCalendarYear = (number: string) => /^(?:19|20)\d\d$/.test(number)

type Found = { number: string; sign?: string; word?: string }

/** `before` is the text in front of the number. */
function measuredOf({ number, sign, word = '' }: Found, before: string): Measured {
  if (sign !== undefined || UNIT.test(word)) return 'measured'
  // "In 2026 we": a year, whatever word follows; but "2000 requests".
  if (isCalendarYear(number)) return COUNTED.test(word) && !BEFORE_YEAR.test(before) ? 'measured' : 'noNumber'
  if (MONTH.test(word) || (word === '' && number.includes('/'))) return 'noNumber'
  if (word === '') return 'noUnit'
  return NOT_UNITS.has(word) && !YEARS.has(word) ? 'noUnit' : 'measured'
}

/** Whether a text states a number and says of what: `3 weeks`, `12 %`, `$1.2M`, `вдвое`. Days and years do not count. */
export function measuredIn(text: string): Measured {
  const clean = normaliseSearchText(text).replace(/\s+/g, ' ').replace(DATE, ' ').replace(NAMED, ' ')
  if (IN_WORDS.test(clean) || CURRENCY_BEFORE.test(clean)) return 'measured'
  const found = [...clean.matchAll(NUMBER)].map(({ groups, index }) =>
    measuredOf(groups as Found, clean.slice(Math.max(0, index - 10), index)),
  )
  if (found.includes('measured')) return 'measured'
  return found.includes('noUnit') ? 'noUnit' : 'noNumber'
}
