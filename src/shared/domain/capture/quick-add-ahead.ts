import type { Day } from '#shared/model/common.ts'
import { addDays } from '../calendar/calendar.ts'
import { safely } from './quick-add-day.ts'
import { findPhrase, formAt, toPhrases, type Word } from './quick-add-words.ts'

/** Words that point to the future, with the number of days ahead; null if it is unspecified. */
const AHEAD = toPhrases<number | null>([
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['на следующей неделе', null],
  ['в следующий', null],
  ['в следующую', null],
  ['в следующем', null],
  ['в ближайший', null],
  ['в ближайшую', null],
  ['через неделю', 7],
  ['послезавтра', 2],
  ['next week', null],
  ['next month', null],
  ['next monday', null],
  ['next tuesday', null],
  ['next wednesday', null],
  ['next thursday', null],
  ['next friday', null],
  ['next saturday', null],
  ['next sunday', null],
  ['next year', null],
  ['in a week', 7],
  ['tomorrow', 1],
  ['завтра', 1],
  ['скоро', null],
  ['soon', null],
])

/** Before such a word they mean a deadline (`слайды на завтра`): the thing itself is done now. */
const FOR_IT = new Set('на для к до for until till by to before про о об about of'.split(' '))
/** A past form before such a word means that something was done already: `договорились созвониться завтра`. */
const DONE = /(?:[аеиоуыя]л(?:а|и|ся|ась|ись|ось)?|[a-z]{2}ed)$/u
/** Nouns and other words that have the same endings. */
const NOT_DONE = new Set(
  `материал журнал финал канал сигнал портал персонал потенциал капитал филиал терминал интервал идеал отдел раздел предел
  need feed speed seed indeed exceed proceed succeed embed hundred shared biased advanced`.split(/\s+/),
)

/** The place where a line refers to the future, with its day; null if the line is about what was done. */
export function readAhead(words: readonly Word[], today: Day): { at: number; length: number; day: Day | null } | null {
  for (let at = 0; at < words.length; at++) {
    const form = formAt(words, at)
    if (DONE.test(form) && form.length > 3 && !NOT_DONE.has(form)) return null
    if (FOR_IT.has(formAt(words, at - 1))) continue
    const found = findPhrase(AHEAD, words, at)
    if (found === null) continue
    const { length, value: days } = found
    return { at, length, day: days === null ? null : safely(() => addDays(today, days)) }
  }
  return null
}

/** English verbs that are no nouns as well: in their bare form at the head of a line they tell what is to be done. */
const BARE_VERBS = new Set(
  `apply arrange ask become buy choose decide delegate discuss enroll find finish fix forget gather get give hire invite join
  learn notify organise organize practise prepare publish register remember remind reply send solve speak submit tell think
  watch write`.split(/\s+/),
)
/** Duties and wishes, in both languages. */
const WISHES = new Set(
  'надо нужно хочу хочется need want should must gotta gonna wanna хотелось пора стоит someday когда-нибудь'.split(' '),
)
const INFINITIVE = /^(?:[а-я]+[аеиоуыя]ть(?:ся)?|[а-я]*(?:йти|вести|нести|везти)(?:сь)?|[а-я]+чься)$/u
const NO_INFINITIVE = new Set('пять девять десять опять хоть путь суть сеть память печать мать кровать'.split(' '))

/**
 * Whether a line that begins so is something to do: *спросить ментора про книгу*, *fix the pipeline*, *надо читать больше*. It is not asked of
 * a line with a duration, which was spent.
 */
export function isToDo(form: string): boolean {
  return BARE_VERBS.has(form) || WISHES.has(form) || (INFINITIVE.test(form) && !NO_INFINITIVE.has(form))
}
