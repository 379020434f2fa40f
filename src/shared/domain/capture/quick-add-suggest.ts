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

/** A mark that is being typed, from its sign to the end of its word or quotation; `query` is what of it stands before the caret. */
export type OpenMark = Range & { sign: Sign; query: string; isUnclosed: boolean }

/** What a mark can be completed to. */
export type Offer = {
  sign: Sign
  /** null = a tag, which is nothing but its name. */
  uid: string | null
  type: ItemType | 'tag'
  title: LocalText
  /** Of a person; `work` is where they work and as what. */
  role?: PersonRole
  work?: string
  /** Still to be worked on; behind come those that are not. */
  isOpen: boolean
  /** All it is called, as it is written after the sign, the first of them by preference. */
  names: readonly string[]
}

/** Names as they are compared while typing: whole, by the beginnings of their words, and without endings of cases. */
type Compared = { whole: readonly string[]; words: readonly string[]; stems: readonly string[] }

type CaptureNames = {
  skills: readonly (SkillNames & { title: LocalText })[]
  /** Most used first. */
  tags: readonly string[]
  people: readonly PersonName[]
  items: readonly NamedItem[]
}

/** Everything that can be offered, prepared once: a key pressed only filters it. */
export type OfferIndex = {
  offers: readonly { offer: Offer; compared: Compared }[]
  names: CaptureNames
  items: ItemIndex
}

/** More would be a list to read instead of a word to type. */
const MOST_OFFERS = 8

/** A mark longer than this is a text that began with a sign. */
const LONGEST_QUERY = 100

/** The last sign before the caret that begins a word; quoted names may hold spaces, others too while something is called so. */
const BEFORE_CARET = /(?<![^\s([{,;:«"“])([#@+])(["«“]?)([^#@+"«»“”]*)$/u

/** What may follow a sign: a letter, and a number or dot only in a label that has a letter (`#1` and `+1` are no marks). */
const BEGINS_NAME = /^(?:$|\p{L})/u
const BEGINS_LABEL = /^(?:$|\.?(?:\p{N}[\p{N}_+.&/-]*)?\p{L})/u

/**
 * The rest of a quoted name with its closing sign, by the sign that opened it: another one closes another passage. A straight one closes
 * only where it could not as well open, behind a word and with no word after it.
 */
const REST_OF_QUOTED: Readonly<Record<string, RegExp>> = {
  '"': /^(?:[^"\n]*[^"\s])?"(?=$|[\s\p{P}])/u,
  '«': /^[^«»\n]*»/u,
  '“': /^[^“”\n]*”/u,
}

/** The rest of the word the caret stands in, as far as it can be part of what its sign names. */
const REST_OF_WORD: Readonly<Record<Sign, RegExp>> = {
  '#': /^(?:[\p{L}\p{M}\p{N}_.&/+-]*[\p{L}\p{M}\p{N}])?/u,
  '@': /^(?:[\p{L}\p{M}\p{N}_'’.-]*[\p{L}\p{M}\p{N}])?/u,
  '+': /^(?:[\p{L}\p{M}\p{N}_'’.&/+#-]*[\p{L}\p{M}\p{N}])?/u,
}

/** What of a line behind the caret belongs to the quoted name it stands in; null where that is not closed. */
function restOfQuoted(quote: string, query: string, after: string): string | null {
  const rest = REST_OF_QUOTED[quote]?.exec(after)?.[0]
  // A longer one is no name to the parser either. The closing sign is not counted.
  return rest === undefined || query.length + rest.length > LONGEST_QUERY + 1 ? null : rest
}

/** The mark that the caret stands in, null where none is being typed. */
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
  // A tag of several words or of numbers alone cannot be written in a line.
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

/** What fits the mark: what begins so first, then what has a word that does or is it in another case; open before the others. */
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

/** Whether the mark means exactly one thing as it stands, so that nothing has to be chosen. */
export function isSettled({ sign, query }: OpenMark, { names, items }: OfferIndex): boolean {
  if (query === '') return false
  if (sign === '#') return findSkill(query, names.skills) !== null || names.tags.includes(tagOf(query))
  if (sign === '+') return findItem(query.trim(), items).uid !== null
  return 'uid' in findPerson(query.trim(), names.people).mention
}

/**
 * Whether the mark says nothing as it stands and can become one thing alone, so that Enter completes it. Anything after `#` and `@` may be
 * a new tag or person: that is completed only when it was chosen in the list, and so is what several are called or begin with.
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

/** What of a line completing a mark changes: its text, and whom or what its marks mean where their names alone do not say it. */
type Completed = { text: string; meant: Readonly<Record<string, string>> }

/** The line with the mark completed, and where its caret stands then. */
export function takeOffer(
  { text, meant }: Completed,
  mark: OpenMark,
  offer: Offer,
  index: OfferIndex,
): Completed & { caret: number } {
  const after = text.slice(mark.end)
  const rest = meantKey(`${text.slice(0, mark.start)} ${after}`)
  const isAlone = (form: string) => offer.uid === null || namesAlone(form, offer, index)
  /** Whether it would mean the offer without another of the same form in the line meaning it as well. */
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
 * A name after its sign: the one that fits what was typed, between quotes where it has several words. What was chosen is remembered by
 * what stands in the line, so that the other forms, between other quotes, are for a second one of the same name.
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
