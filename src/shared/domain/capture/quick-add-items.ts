import type { LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import { normaliseSearchText, WORD_PATTERN } from '../text/text.ts'
import type { Found, Word } from './quick-add-words.ts'

/** Other items that a line can name: a project, a learning item, a milestone... */
export type NamedItem = {
  uid: string
  type: ItemType
  title: LocalText
  /** Not finished yet. A finished item is never linked by its title alone. */
  isOpen: boolean
}

/** A title as its compared words, and the text before each of them apart from white space and dashes. */
type Title = { forms: readonly string[]; gaps: readonly string[]; item: NamedItem }

/** Items indexed for lookup at every word of a line. */
export type ItemIndex = {
  byUid: ReadonlyMap<string, NamedItem>
  titles: readonly Title[]
  /** Titles of open items by their first word, the longest first. */
  openByFirst: ReadonlyMap<string, readonly Title[]>
}

/** The titles of an item: one, or one in each language. */
export const titlesOf = ({ title }: { title: LocalText }): string[] =>
  typeof title === 'string' ? [title] : [...new Set([title.ru, title.en])]

const formsOf = (text: string): string[] => normaliseSearchText(text).match(WORD_PATTERN) ?? []

/** Removes white space and dashes between words, which are not compared. */
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

/** The item with this name, or the candidates if several have it. */
type ItemFinding = { uid: string | null; candidates: readonly string[] }

/**
 * The item a mark names: the one with exactly this title, else the only one whose title contains these words. Open
 * items are preferred; if several remain, none is chosen.
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

/** Shorter titles are too common to be recognised without quotes; in quotes one word is enough. */
const FEWEST_WORDS = 2

/** The uids of the open items whose whole title begins at a word of a line; the longest title wins. */
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
 * Number of plain words of a line that match a title exactly; null if they do not match. The words may be separated by
 * white space, a dash, or what the title has there; any other comma or colon ends the match.
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
