import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemRussian } from '@orama/stemmers/russian'

/**
 * The stem of a word by the Snowball rules of its script; words with digits are left as they are. Takes some 10
 * microseconds, so frequent callers should cache the results.
 *
 * @param form lower case, ё as е (`Word.form`)
 */
export function stemWord(form: string): string {
  if (/\d/.test(form)) return form
  if (/[а-я]/.test(form)) return stemRussian(form)
  return stemEnglish(form.replace(/'s$/, ''))
}

/** Prefixes by which Russian verbs express completion: *читал, прочитал, дочитал*. Longest first. */
const PREFIX = /^(?:пере|недо|пред|про|раз|рас|под|при|вос|воз|обо|из|ис|от|по|до|на|за|об|вы|со|с|у|о)(?=[а-я]{4})/

/** The stem without the prefix of a Russian verb, null if it has none. */
export function bareStem(stem: string): string | null {
  const bare = stem.replace(PREFIX, '')
  return bare === stem ? null : bare
}

/** The parts of a word that are stemmed separately: both parts of `мок-интервью`, but `1-1` and `az-900` as a whole. */
export function wordParts(form: string): string[] {
  if (/\d/.test(form)) return [form]
  const parts = form.split(/[-/&+_.]+/).filter((part) => part.length > 1)
  return parts.length > 1 ? [form, ...parts] : [form]
}

/**
 * Whether two words differ by one wrong, missing or extra letter, or by two swapped letters: enough for words of five
 * letters and more.
 */
export function isTypo(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [left, right] = [one.slice(start), other.slice(start)]
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) return true
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
}
