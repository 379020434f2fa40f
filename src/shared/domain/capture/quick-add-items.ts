import type { LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { normaliseSearchText, WORD_PATTERN } from '../text/text.ts'
import type { Found, Word } from './quick-add-words.ts'

/** What a line can name beside skills and people: a project, a learning item, a milestone... */
export type NamedItem = {
  uid: string
  type: ItemType
  title: LocalText
  /** Still to be worked on. What is not is never linked by its title alone. */
  isOpen: boolean
}

/** A title as its compared words, and what stands before each of them beside white space and dashes. */
type Title = { forms: readonly string[]; gaps: readonly string[]; item: NamedItem }

/** Items prepared for being found at every word of a line. */
export type ItemIndex = {
  byUid: ReadonlyMap<string, NamedItem>
  titles: readonly Title[]
  /** Titles of open items by their first word, the longest first. */
  openByFirst: ReadonlyMap<string, readonly Title[]>
}

/** The titles an item has: one, or one in each language. */
export const titlesOf = ({ title }: { title: LocalText }): string[] =>
  typeof title === 'string' ? [title] : [...new Set([title.ru, title.en])]

const formsOf = (text: string): string[] => normaliseSearchText(text).match(WORD_PATTERN) ?? []

/** White space and dashes between words say nothing. */
const gapForm = (text: string): string => text.replace(/[\s\p{Pd}]+/gu, '')

const gapsOf = (text: string): string[] => normaliseSearchText(text).split(WORD_PATTERN).map(gapForm)

export function indexItems(items: readonly NamedItem[]): ItemIndex {
  const titles = items.flatMap((item) =>
    titlesOf(item).flatMap((title) => {
      const forms = formsOf(title)
      return forms.length === 0 ? [] : [{ forms, gaps: gapsOf(title), item }]
    }),
  )
  const openByFirst = Map.groupBy(
    titles.filter(({ item }) => item.isOpen).sort((one, other) => other.forms.length - one.forms.length),
    ({ forms }) => forms[0] ?? '',
  )
  return { byUid: new Map(items.map((item) => [item.uid, item])), titles, openByFirst }
}

/** An item that is called so, or those that could be meant where several are. */
type ItemFinding = { uid: string | null; candidates: readonly string[] }

/**
 * The item a mark names: the one called exactly so, else the only one whose title holds these words. What is open comes before
 * what is not, and where several are left nothing is guessed.
 */
export function findItem(name: string, { titles }: ItemIndex): ItemFinding {
  const wanted = formsOf(name)
  if (wanted.length === 0) return { uid: null, candidates: [] }
  const whole = wanted.join(' ')
  const holds = (forms: readonly string[]) => ` ${forms.join(' ')} `.includes(` ${whole} `)
  const ways: ((title: Title) => boolean)[] = [
    ({ forms, item }) => item.isOpen && forms.join(' ') === whole,
    ({ forms }) => forms.join(' ') === whole,
    ({ forms, item }) => item.isOpen && holds(forms),
    ({ forms }) => holds(forms),
  ]
  for (const isMeant of ways) {
    const [first, ...others] = new Set(titles.filter(isMeant).map(({ item }) => item.uid))
    if (first === undefined) continue
    return others.length === 0 ? { uid: first, candidates: [] } : { uid: null, candidates: [first, ...others] }
  }
  return { uid: null, candidates: [] }
}

/** Fewer words are too common to be a title by themselves; between quotes one is enough. */
const FEWEST_WORDS = 2

/** The uids of the open items whose title begins at a word of a line and is all of it; the longest title wins. */
export function findTitle(
  line: string,
  words: readonly Word[],
  at: number,
  { openByFirst }: ItemIndex,
): Found<string[]> | null {
  const word = words[at]
  if (word === undefined || word.quotedName !== null) return null
  const isQuoted = /^[«“„"]/.test(word.text)
  const [first = ''] = formsOf(word.text)
  const fewest = isQuoted ? 1 : FEWEST_WORDS
  for (const title of openByFirst.get(first) ?? []) {
    const { forms } = title
    const isLong = forms.length >= fewest
    const length = !isLong ? null : isQuoted ? lengthOfQuoted(word, forms) : lengthOf(line, words, at, title)
    if (length === null) continue
    const same = (openByFirst.get(first) ?? []).filter((other) => other.forms.join(' ') === forms.join(' '))
    return { length, value: [...new Set(same.map(({ item }) => item.uid))] }
  }
  return null
}

const lengthOfQuoted = (word: Word, forms: readonly string[]) =>
  formsOf(word.text).join(' ') === forms.join(' ') ? 1 : null

/**
 * How many plain words of a line are exactly those of a title; null where they are not there. Between them stands white space, a
 * dash, or what the title has there: a comma or a colon of the line ends what is named.
 */
function lengthOf(line: string, words: readonly Word[], at: number, { forms, gaps }: Title): number | null {
  let matched = 0
  for (let index = at; matched < forms.length; index++) {
    const word = words[index]
    const own = formsOf(word?.text ?? '')
    const isOpaque = word?.form === '' && own.length > 0
    if (word === undefined || isOpaque || /^[#@+]/.test(word.text)) return null
    const gap = gapForm(line.slice(words[index - 1]?.end, word.start))
    if (index > at && gap !== '' && gap !== gaps[matched]) return null
    if (own.some((form, offset) => forms[matched + offset] !== form)) return null
    matched += own.length
    if (matched === forms.length) return index - at + 1
  }
  return null
}
