import { normaliseSearchText } from './text.ts'

/**
 * The words of a quick-add line, with their places in it.
 *
 * Words end at white space, quotes, brackets, commas (except inside a number), semicolons, `!` and `?`. What stands
 * in «quotes», "quotes" or `backticks`, and every web address, is one *opaque* word that no rule looks into: so a
 * book called «Вчера» does not move the day, and `https://example.org/#part` makes no tag.
 */
export type Word = {
  start: number
  /** End of the word without trailing `.`, `:`, `…`, apostrophes and dashes. */
  end: number
  /** As typed. */
  text: string
  /** As compared: lower case, ё as е. Empty for opaque words and lone punctuation. */
  form: string
  /** The name inside `@"..."`, else null. */
  quotedName: string | null
}

/** What a rule found: how many words it took, and their meaning. */
export type Found<Value> = { length: number; value: Value }

/** A quoted person, a quoted passage or code, or a run of anything else; every alternative is linear. */
const LEXEME =
  /@"([^"\n]{1,100})"|@«([^«»\n]{1,100})»|@“([^“”\n]{1,100})”|«[^«»\n]*»|“[^“”\n]*”|„[^„“”\n]*[“”]|"[^"\n]*"|`[^`\n]*`|[^\s«»“”„"`]+/gu
const WORD = /(?:[^,;()[\]{}!?]|(?<=\d),(?=\d))+/gu
const TRAILING = /[.:…'’–—-]+$/u

/** Characters of a line that are read; a title is far shorter. */
const READ_LIMIT = 2000

/** Splits the first 2,000 characters of a line into words. */
export function readWords(line: string): Word[] {
  const words: Word[] = []
  for (const lexeme of line.slice(0, READ_LIMIT).matchAll(LEXEME)) {
    const [text, quote, guillemets, curly] = lexeme
    const name = quote ?? guillemets ?? curly
    const start = lexeme.index
    if (name !== undefined) words.push(opaqueWord(start, text, name.trim() === '' ? null : name.trim()))
    else if (/^[«“„"`]/.test(text) || /:\/\/|^www\./i.test(text)) words.push(opaqueWord(start, text, null))
    else for (const part of text.matchAll(WORD)) words.push(plainWord(start + part.index, part[0]))
  }
  return words
}

/** The compared form of the word at an index, empty beyond the ends of the line. */
export function formAt(words: readonly Word[], index: number): string {
  return words[index]?.form ?? ''
}

function opaqueWord(start: number, text: string, quotedName: string | null): Word {
  return { start, end: start + text.length, text, form: '', quotedName }
}

function plainWord(start: number, typed: string): Word {
  const text = typed.replace(TRAILING, '')
  return { start, end: start + text.length, text, form: normaliseSearchText(text), quotedName: null }
}
