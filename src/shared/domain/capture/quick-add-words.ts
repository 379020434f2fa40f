import { cleanTyped, normaliseSearchText } from '../text/text.ts'

/**
 * The words of a quick-add line, with their places in it.
 *
 * Words end at white space, quotes, brackets, commas (except inside a number and before its digits: `1,5`, `,5`),
 * semicolons, `!` and `?`. Text in «quotes», "quotes" or `backticks`, and every web address, is one *opaque* word that
 * no rule looks into. So a book called «Вчера» does not change the day, and `https://example.org/#part` makes no tag.
 */
export type Word = {
  start: number
  /** End of the word without trailing `.`, `:`, `…`, apostrophes and dashes. */
  end: number
  /** As typed. */
  text: string
  /** For comparing: lower case, ё as е. Empty for opaque words and lone punctuation. */
  form: string
  /** The name inside `@"..."`, `#"..."` or `+"..."` with its sign, else null. */
  quotedName: { sign: Sign; name: string } | null
}

/** The sign that makes a word a mark: `#` a skill or tag, `@` a person, `+` any other item. */
export type Sign = '#' | '@' | '+'

/** The result of a rule: the number of words it took, and their meaning. */
export type Found<Value> = { length: number; value: Value }

/** A quoted name, a quoted passage or code, or a run of anything else; every alternative runs in linear time. */
const LEXEME =
  /([#@+])(?:"([^"\n]{1,100})"|«([^«»\n]{1,100})»|“([^“”\n]{1,100})”)|«[^«»\n]*»|“[^“”\n]*”|„[^„“”\n]*[“”]|"[^"\n]*"|`[^`\n]*`|[^\s«»“”„"`]+/gu
const WORD = /(?:[^,;()[\]{}!?]|(?<=^~?|\d),(?=\d))+/gu
const TRAILING = /[.:…'’–—-]+$/u

/** Characters of a line that are read; a title is much shorter. */
const READ_LIMIT = 2000

/** Splits the first 2,000 characters of a line into words. */
export function readWords(line: string): Word[] {
  const words: Word[] = []
  for (const lexeme of line.slice(0, READ_LIMIT).matchAll(LEXEME)) {
    const [text, sign, quote, guillemets, curly] = lexeme
    const start = lexeme.index
    if (sign !== undefined)
      words.push(opaqueWord(start, text, toQuotedName(sign as Sign, quote ?? guillemets ?? curly ?? '')))
    else if (/^[«“„"`]/.test(text) || /:\/\/|^www\./i.test(text)) words.push(opaqueWord(start, text, null))
    else for (const part of text.matchAll(WORD)) words.push(plainWord(start + part.index, part[0]))
  }
  return words
}

/** The compared form of the word at an index, empty beyond the ends of the line. */
export function formAt(words: readonly Word[], index: number): string {
  return words[index]?.form ?? ''
}

/** A phrase as its words: split once, because it is compared at every word of a line. */
export type Phrase<Value> = { forms: readonly string[]; value: Value }

/** The phrases of a list, the longest first. */
export function toPhrases<Value>(list: readonly (readonly [phrase: string, value: Value])[]): Phrase<Value>[] {
  return list
    .map(([phrase, value]) => ({ forms: phrase.split(' '), value }))
    .sort((one, other) => other.forms.length - one.forms.length)
}

/** The longest phrase that starts at a word. */
export function findPhrase<Value>(
  phrases: readonly Phrase<Value>[],
  words: readonly Word[],
  at: number,
): Found<Value> | null {
  const first = formAt(words, at)
  if (first === '') return null
  for (const { forms, value } of phrases) {
    if (forms[0] === first && forms.every((form, offset) => formAt(words, at + offset) === form))
      return { length: forms.length, value }
  }
  return null
}

function toQuotedName(sign: Sign, typed: string): Word['quotedName'] {
  const name = cleanTyped(typed)
  return name === '' ? null : { sign, name }
}

function opaqueWord(start: number, text: string, quotedName: Word['quotedName']): Word {
  return { start, end: start + text.length, text, form: '', quotedName }
}

function plainWord(start: number, typed: string): Word {
  const text = typed.replace(TRAILING, '')
  return { start, end: start + text.length, text, form: normaliseSearchText(text), quotedName: null }
}
