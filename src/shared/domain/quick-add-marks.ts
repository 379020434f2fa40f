import type { Word } from './quick-add-words.ts'
import { normaliseSearchText } from './text.ts'

/**
 * `#skill`, `#tag` and `@person` of a quick-add line. A mark starts a word, so `C#`, `a@b.ru` and the `#part` of an
 * address are none; neither are `#1` (an issue), `##` (Markdown) and `@scope/package`.
 */

export type SkillNames = { uid: string; aliases: readonly string[] }
export type PersonName = { uid: string; name: string }
export type PersonMention = { uid: string } | { newName: string }

export type Mark = { kind: 'label'; text: string } | { kind: 'person'; name: string }

const LABEL = /^#(\.?[\p{L}\p{N}][\p{L}\p{M}\p{N}_+.&/-]*#?)$/u
const NAME = /^@(\p{L}[\p{L}\p{M}\p{N}_'’.-]*)$/u

/** Longest name or label that is read as one. */
const MARK_LIMIT = 100

/** The mark a word is, or null. Underscores in a name are spaces; a possessive `'s` is not part of it. */
export function readMark(word: Word): Mark | null {
  if (word.quotedName !== null) return { kind: 'person', name: word.quotedName }
  if (word.form === '' || word.text.length > MARK_LIMIT) return null
  const label = LABEL.exec(word.text)?.[1]
  if (label !== undefined) return /\p{L}/u.test(label) ? { kind: 'label', text: label } : null
  const name = NAME.exec(word.text)?.[1]
  if (name === undefined) return null
  return {
    kind: 'person',
    name: name
      .replace(/['’]s$/u, '')
      .replaceAll('_', ' ')
      .trim(),
  }
}

/** The skill with this alias; case, ё, hyphens and underscores do not matter. */
export function findSkill(label: string, skills: readonly SkillNames[]): string | null {
  const wanted = aliasForm(label)
  return skills.find(({ aliases }) => aliases.some((alias) => aliasForm(alias) === wanted))?.uid ?? null
}

/** True for what can stand after `#` as the alias of a skill. */
export function isAlias(alias: string): boolean {
  return LABEL.exec(`#${alias}`)?.[1] === alias && /\p{L}/u.test(alias)
}

/** A label as a tag: lower case, composed. */
export function tagOf(label: string): string {
  return label.toLowerCase().normalize('NFC')
}

/**
 * The person of this name: the one called exactly so, else the only one whose name holds these words (`@Иван` finds
 * *Иван Петров*), else a new one. `ambiguous` when several could be meant.
 */
export function findPerson(
  name: string,
  people: readonly PersonName[],
): { mention: PersonMention; ambiguous: boolean } {
  const wanted = personForm(name)
  const exact = people.filter((person) => personForm(person.name) === wanted)
  const found = exact.length > 0 ? exact : people.filter((person) => personForm(person.name).includes(wanted))
  const [first] = found
  if (first === undefined) return { mention: { newName: name }, ambiguous: false }
  return found.length === 1
    ? { mention: { uid: first.uid }, ambiguous: false }
    : { mention: { newName: name }, ambiguous: true }
}

/** The form in which aliases are compared. */
export function aliasForm(alias: string): string {
  return normaliseSearchText(alias).replace(/[-_\s]/g, '')
}

/** Words of a name between spaces, so that containment compares whole words. */
function personForm(name: string): string {
  return ` ${normaliseSearchText(name).trim().replace(/\s+/g, ' ')} `
}
