import type { PersonRole } from '#shared/model/vocabulary.ts'
import { normaliseSearchText, usualForm } from '../text/text.ts'
import { stemWord } from './kind-stems.ts'
import type { Word } from './quick-add-words.ts'

/**
 * `#skill`, `#tag`, `@person` and `+item` of a quick-add line. A mark is at the start of a word, so `C#`, `C++`,
 * `a@b.ru` and the `#part` of an address are not marks. Neither are `#1` (an issue), `##` (Markdown), `@scope/package`
 * and `+30m`.
 */

export type SkillNames = {
  uid: string
  /** Its titles in all languages; a mark may use them too. */
  titles?: readonly string[]
  aliases: readonly string[]
  /** Its common other names, used if no skill has them as an alias. */
  alsoCalled?: readonly string[]
}
export type PersonName = {
  uid: string
  name: string
  role?: PersonRole
  /** Job title and employer, which distinguish people with the same name. */
  position?: string
  company?: string
}
export type PersonMention = { uid: string } | { newName: string }

export type Mark =
  | { kind: 'label'; text: string; isQuoted?: boolean }
  | { kind: 'person'; name: string }
  | { kind: 'item'; name: string }

const LABEL = /^#(\.?[\p{L}\p{N}][\p{L}\p{M}\p{N}_+.&/-]*#?)$/u
const NAME = /^@(\p{L}[\p{L}\p{M}\p{N}_'’.-]*)$/u
const ITEM = /^\+(\p{L}[\p{L}\p{M}\p{N}_'’.&/+#-]*)$/u

/** Longest name or label that is read as a mark. */
const MARK_LIMIT = 100

/**
 * The mark in a word, or null. Underscores in a name are spaces; a possessive `'s` is not part of it. Invisible
 * characters are ignored.
 */
export function readMark(word: Word): Mark | null {
  if (word.quotedName !== null) return quotedMark(word.quotedName)
  if (word.form === '' || word.text.length > MARK_LIMIT) return null
  const text = usualForm(word.text)
  const label = LABEL.exec(text)?.[1]
  if (label !== undefined) return /\p{L}/u.test(label) ? { kind: 'label', text: label } : null
  const item = ITEM.exec(text)?.[1]
  if (item !== undefined) return { kind: 'item', name: item.replaceAll('_', ' ').trim() }
  const name = NAME.exec(text)?.[1]
  if (name === undefined) return null
  return {
    kind: 'person',
    name: name
      .replace(/['’]s$/u, '')
      .replaceAll('_', ' ')
      .trim(),
  }
}

function quotedMark({ sign, name }: NonNullable<Word['quotedName']>): Mark {
  if (sign === '#') return { kind: 'label', text: name, isQuoted: true }
  return sign === '@' ? { kind: 'person', name } : { kind: 'item', name }
}

/**
 * The skill with this alias or title; case, ё, hyphens and underscores are ignored. If none matches exactly, endings
 * are ignored as well (`#архитектуру`), and then common other names are tried (`#k8s`).
 */
export function findSkill(label: string, skills: readonly SkillNames[]): string | null {
  const wanted = aliasForm(label)
  const stem = stemOfAlias(label)
  const find = (isSame: (alias: string) => boolean, names: (skill: SkillNames) => readonly string[]) =>
    skills.find((skill) => names(skill).some(isSame))?.uid
  const isExact = (alias: string) => aliasForm(alias) === wanted
  const isInflected = (alias: string) => stem !== null && stemOfAlias(alias) === stem
  const own = ({ aliases }: SkillNames) => aliases
  const titles = (skill: SkillNames) => skill.titles ?? []
  const common = ({ alsoCalled }: SkillNames) => alsoCalled ?? []
  return (
    find(isExact, own) ??
    find(isExact, titles) ??
    find(isInflected, own) ??
    find(isExact, common) ??
    find(isInflected, common) ??
    null
  )
}

/** The stem of a Russian name in any case, null if it is too short to lose an ending. */
export function stemOfAlias(alias: string): string | null {
  const form = aliasForm(alias)
  const stem = /^[а-я]+$/.test(form) ? stemWord(form) : form
  return stem.length >= SHORTEST_STEM && stem !== '' ? stem : null
}

/** Shorter stems also belong to unrelated words. */
const SHORTEST_STEM = 4

/** True if `alias`, a `tagOf` result, can be written after `#`. */
export function isAlias(alias: string): boolean {
  return LABEL.exec(`#${alias}`)?.[1] === alias && /\p{L}/u.test(alias)
}

/** A label as a tag or an alias: in its usual form, lower case. */
export function tagOf(label: string): string {
  return usualForm(label).trim().toLowerCase().normalize('NFC')
}

/**
 * The person with this name: the one with exactly this name, else the only one whose name contains these words (`@Иван`
 * finds *Иван Петров*), else the only one whose name contains them in another case (`@Ивана`), else a new person. If
 * several match, they are the `candidates`.
 */
export function findPerson(
  name: string,
  people: readonly PersonName[],
): { mention: PersonMention; candidates: readonly string[] } {
  const wanted = personForm(name)
  const stems = stemsOfName(name)
  const ways: ((person: PersonName) => boolean)[] = [
    (person) => personForm(person.name) === wanted,
    (person) => personForm(person.name).includes(wanted),
    (person) => stems !== null && stemsOfName(person.name)?.includes(stems) === true,
  ]
  for (const isMeant of ways) {
    const [first, ...others] = people.filter(isMeant)
    if (first === undefined) continue
    return others.length === 0
      ? { mention: { uid: first.uid }, candidates: [] }
      : { mention: { newName: name }, candidates: [first, ...others].map(({ uid }) => uid) }
  }
  return { mention: { newName: name }, candidates: [] }
}

/**
 * A Russian name without the endings of its words, null for other names, which have no cases. The stemmer is not used,
 * because it takes the end of *Иван* for a verb ending and *Петров* for a form of *Пётр*.
 */
export function stemsOfName(name: string): string | null {
  const words = personForm(name).trim().split(' ')
  if (!words.every((word) => /^[а-я-]{3,}$/.test(word))) return null
  return ` ${words.map((word) => word.replace(CASE_OF_NAME, '')).join(' ')} `
}

/** Case endings of first and family names; the longest that leaves three letters. */
const CASE_OF_NAME =
  /(?<=[а-я]{3})(?:ием|ией|еем|ого|ому|ей|ий|ия|ии|ию|ие|ея|ею|ее|ой|ою|ом|ем|ым|ая|ую|а|я|у|ю|е|и|ы|ь|й)$/

/** A person's employer and position; empty if neither is known. */
export const workOf = ({ company = '', position = '' }: Pick<PersonName, 'company' | 'position'>): string =>
  [company, position].filter((part) => part !== '').join(', ')

/** The form in which aliases are compared. */
export function aliasForm(alias: string): string {
  return normaliseSearchText(alias).replace(/[-_\s]/g, '')
}

/** Words of a name surrounded by spaces, so that `includes` compares whole words. */
function personForm(name: string): string {
  return ` ${normaliseSearchText(name).trim().replace(/\s+/g, ' ')} `
}
