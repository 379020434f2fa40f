import type { LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { PersonRole } from '#shared/model/vocabulary.ts'
import { normaliseSearchText } from '../text/text.ts'
import { findItem, type ItemIndex, indexItems, type NamedItem, titlesOf } from './quick-add-items.ts'
import {
  findPerson,
  findSkill,
  isAlias,
  type PersonName,
  type SkillNames,
  stemOfAlias,
  stemsOfName,
  tagOf,
  workOf,
} from './quick-add-marks.ts'
import { meantKey } from './quick-add-reading.ts'
import type { Range } from './quick-add-title.ts'
import type { Sign } from './quick-add-words.ts'

/** A mark being typed, from its sign to the end of its word or quotation; `query` is its text before the caret. */
export type OpenMark = Range & { sign: Sign; query: string; isUnclosed: boolean }

/** A possible completion of a mark. */
export type Offer = {
  sign: Sign
  /** null = a tag, which consists of its name only. */
  uid: string | null
  type: ItemType | 'tag'
  title: LocalText
  /** For a person; `work` is the employer and position. */
  role?: PersonRole
  work?: string
  /** Not finished yet; finished items are offered last. */
  isOpen: boolean
  /** All its names as they are written after the sign; the first is preferred. */
  names: readonly string[]
}

/** Names prepared for comparison while typing: whole, from each word on, and without case endings. */
type Compared = { whole: readonly string[]; words: readonly string[]; stems: readonly string[] }

type CaptureNames = {
  skills: readonly (SkillNames & { title: LocalText })[]
  /** Most used first. */
  tags: readonly string[]
  people: readonly PersonName[]
  items: readonly NamedItem[]
}

/** Everything that can be offered, prepared once, so that a key only filters it. */
export type OfferIndex = {
  offers: readonly { offer: Offer; compared: Compared }[]
  names: CaptureNames
  items: ItemIndex
}

/** With more, choosing from the list would take longer than typing. */
const MOST_OFFERS = 8

/** A longer text is not a mark, but a text that begins with a sign. */
const LONGEST_QUERY = 100

/**
 * The last sign before the caret that begins a word. Quoted names may contain spaces; unquoted ones too, as long as
 * they match a name.
 */
const BEFORE_CARET = /(?<![^\s([{,;:«"“])([#@+])(["«“]?)([^#@+"«»“”]*)$/u

/**
 * What may follow a sign: a letter; a number or dot only in a label that also has a letter (`#1` and `+1` are not
 * marks).
 */
const BEGINS_NAME = /^(?:$|\p{L})/u
const BEGINS_LABEL = /^(?:$|\.?(?:\p{N}[\p{N}_+.&/-]*)?\p{L})/u

/**
 * The rest of a quoted name up to its closing quote, by its opening quote; other kinds of quotes belong to other
 * passages. A straight quote closes only where it could not be an opening one: after a word and not before one.
 */
const REST_OF_QUOTED: Readonly<Record<string, RegExp>> = {
  '"': /^(?:[^"\n]*[^"\s])?"(?=$|[\s\p{P}])/u,
  '«': /^[^«»\n]*»/u,
  '“': /^[^“”\n]*”/u,
}

/** The rest of the word at the caret, as far as it can belong to a name with this sign. */
const REST_OF_WORD: Readonly<Record<Sign, RegExp>> = {
  '#': /^(?:[\p{L}\p{M}\p{N}_.&/+-]*[\p{L}\p{M}\p{N}])?/u,
  '@': /^(?:[\p{L}\p{M}\p{N}_'’.-]*[\p{L}\p{M}\p{N}])?/u,
  '+': /^(?:[\p{L}\p{M}\p{N}_'’.&/+#-]*[\p{L}\p{M}\p{N}])?/u,
}

/** The text after the caret that belongs to the quoted name at the caret; null if the quote is not closed. */
function restOfQuoted(quote: string, query: string, after: string): string | null {
  const rest = REST_OF_QUOTED[quote]?.exec(after)?.[0]
  // The parser does not read longer names either. The closing quote is not counted.
  return rest === undefined || query.length + rest.length > LONGEST_QUERY + 1 ? null : rest
}

/** The mark at the caret, null if none is being typed. */
export function findOpenMark(text: string, caret: number): OpenMark | null {
  const from = Math.max(0, caret - LONGEST_QUERY)
  const found = BEFORE_CARET.exec(text.slice(from, caret))
  if (found === null) return null
  const [, signed, quote = '', query = ''] = found
  const sign = signed as Sign
  const begins = sign === '#' ? BEGINS_LABEL : BEGINS_NAME
  if (quote === '' ? !begins.test(query) : /^\s/.test(query)) return null
  const after = text.slice(caret)
  const quoted = restOfQuoted(quote, query, after)
  const rest = quoted ?? REST_OF_WORD[sign].exec(after)?.[0] ?? ''
  const isUnclosed = quote !== '' && quoted === null
  return { sign, start: from + found.index, end: caret + rest.length, query, isUnclosed }
}

export function indexOffers(names: CaptureNames): OfferIndex {
  const skills = names.skills.map(
    (skill): Offer => ({
      sign: '#',
      uid: skill.uid,
      type: 'skill',
      title: skill.title,
      isOpen: true,
      names: [...skill.aliases, ...titlesOf(skill), ...(skill.alsoCalled ?? [])],
    }),
  )
  // Tags of several words or of digits only cannot be written in a line.
  const tags = names.tags
    .filter(isAlias)
    .map((tag): Offer => ({ sign: '#', uid: null, type: 'tag', title: tag, isOpen: true, names: [tag] }))
  const people = names.people.map(
    ({ uid, name, role, ...person }): Offer => ({
      sign: '@',
      uid,
      work: workOf(person),
      type: 'person',
      title: name,
      ...(role && { role }),
      isOpen: true,
      names: [name],
    }),
  )
  const items = names.items.map((item): Offer => ({ sign: '+', ...item, names: titlesOf(item) }))
  return {
    offers: [...skills, ...tags, ...people, ...items].map((offer) => ({ offer, compared: toCompared(offer) })),
    names,
    items: indexItems(names.items),
  }
}

function toCompared({ names, sign }: Offer): Compared {
  const whole = names.map(typedForm)
  const words = whole.flatMap((name) => [name, ...wordStarts(name)])
  const stems =
    sign === '+' ? [] : whole.flatMap((name) => name.split(/\s+/u)).flatMap((word) => stemOf(word, sign) ?? [])
  return { whole, words, stems }
}

/** The rest of a name from each of its words on: `ivan petrov` is found by `petr`, and by `ivan pe`. */
const wordStarts = (name: string): string[] =>
  [...name.matchAll(/[\s/(«"-]+/gu)].map(({ index, 0: gap }) => name.slice(index + gap.length))

const typedForm = (text: string) => normaliseSearchText(text).replaceAll('_', ' ')

const stemOf = (form: string, sign: Sign) => (sign === '@' ? (stemsOfName(form)?.trim() ?? null) : stemOfAlias(form))

/**
 * Offers that match the mark: first those whose name begins with the query, then those with a word that does or that
 * matches in another case; open items before others.
 */
export function offersFor({ sign, query }: OpenMark, { offers }: OfferIndex): Offer[] {
  const wanted = typedForm(query)
  const stem = sign === '+' || wanted === '' ? null : stemOf(wanted.trim(), sign)
  const rankOf = ({ whole, words, stems }: Compared) => {
    if (whole.some((name) => name.startsWith(wanted))) return 0
    if (words.some((word) => word.startsWith(wanted))) return 1
    return stem !== null && stems.includes(stem) ? 1 : null
  }
  return offers
    .flatMap(({ offer, compared }) => {
      const rank = offer.sign === sign ? rankOf(compared) : null
      return rank === null ? [] : [{ offer, rank: rank + (offer.isOpen ? 0 : 2) + (offer.type === 'tag' ? 4 : 0) }]
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_OFFERS)
    .map(({ offer }) => offer)
}

/** Whether the mark as typed means exactly one thing, so that nothing has to be chosen. */
export function isSettled({ sign, query }: OpenMark, { names, items }: OfferIndex): boolean {
  if (query === '') return false
  if (sign === '#') return findSkill(query, names.skills) !== null || names.tags.includes(tagOf(query))
  if (sign === '+') return findItem(query.trim(), items).uid !== null
  return 'uid' in findPerson(query.trim(), names.people).mention
}

/**
 * Whether the mark as typed means nothing and has exactly one completion, so that Enter completes it. Any text after
 * `#` and `@` may be a new tag or person, so those are completed only if chosen in the list; so are names that several
 * items have or begin with.
 */
export function isUnfinished(mark: OpenMark, offers: readonly Offer[], { names, items }: OfferIndex): boolean {
  const name = mark.query.trim()
  if (name === '' || offers.length !== 1) return false
  if (mark.sign === '+') {
    const { uid, candidates } = findItem(name, items)
    return uid === null && candidates.length === 0
  }
  if (!mark.isUnclosed) return false
  return mark.sign === '#' || findPerson(name, names.people).candidates.length === 0
}

/**
 * What completing a mark changes in a line: its text, and who or what its marks mean if the name alone is ambiguous.
 */
type Completed = { text: string; meant: Readonly<Record<string, string>> }

/** The line with the mark completed, and its new caret. */
export function takeOffer(
  { text, meant }: Completed,
  mark: OpenMark,
  offer: Offer,
  index: OfferIndex,
): Completed & { caret: number } {
  const after = text.slice(mark.end)
  const rest = meantKey(`${text.slice(0, mark.start)} ${after}`)
  const isAlone = (form: string) => offer.uid === null || namesAlone(form, offer, index)
  /**
   * Whether this form of the name can be used for the offer, because no other mark of the same form in the line means
   * something else.
   */
  const isFree = (form: string) => {
    const key = meantKey(form)
    return !rest.includes(key) || (key in meant ? meant[key] === offer.uid : isAlone(form))
  }
  const forms = writeMark(mark, offer, index.names)
  const written = forms.find(isFree) ?? forms[0]
  const { [meantKey(written)]: _before, ...others } = meant
  const space = /^[\s,.;:)»”]/u.test(after) ? '' : ' '
  return {
    text: text.slice(0, mark.start) + written + space + after,
    caret: mark.start + written.length + 1,
    meant: offer.uid === null || isAlone(written) ? others : { ...others, [meantKey(written)]: offer.uid },
  }
}

/**
 * Writes a name after its sign: the name that matches the query, in quotes if it has several words. A choice is
 * remembered by the name as written, so other forms, with other quotes, are available for a second item of the same
 * name.
 */
function writeMark(
  { sign, query }: OpenMark,
  { uid, type, names }: Offer,
  { skills }: CaptureNames,
): [string, ...string[]] {
  const wanted = typedForm(query)
  const aliases =
    type === 'skill' ? names.filter((name) => isAlias(tagOf(name)) && findSkill(name, skills) === uid) : names
  const name = aliases.find((one) => typedForm(one).startsWith(wanted)) ?? aliases[0] ?? names[0] ?? ''
  const plain = name.replace(/["\n]/g, '').slice(0, LONGEST_QUERY).trim()
  if (type === 'tag' || (type === 'skill' && aliases.length > 0)) return [sign + plain]
  const quoted = `${sign}"${plain}"`
  const others = /[«»“”]/u.test(plain) ? [] : [`${sign}«${plain}»`, `${sign}“${plain}”`]
  const isWord = /^\p{L}[\p{L}\p{N}.-]*[\p{L}\p{N}]$/u.test(plain)
  return isWord ? [sign + plain, quoted, ...others] : [quoted, ...others]
}

function namesAlone(written: string, { sign, uid }: Offer, { names, items }: OfferIndex): boolean {
  const name = written.slice(1).replace(/^["«“]|["»”]$/gu, '')
  if (sign === '#') return findSkill(name, names.skills) === uid
  if (sign === '+') return findItem(name, items).uid === uid
  const { mention } = findPerson(name, names.people)
  return 'uid' in mention && mention.uid === uid
}
