/** What makes a spreadsheet run a cell as a formula, or split it into another cell before it looks again. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Where a spreadsheet may begin a cell (at the start of the text, and after every sign it may split at) with a sign that
 * makes it a formula; East Asian ones take the wide forms too. Spaces and quotes in front may be dropped.
 */
const FORMULA_INSIDE = /(^|[,;|\t\r\n])([ \u00a0"]*)(?=[=+\-@＝＋－＠])/g

/** Digits with the signs of numbers, dates, times, shares and money around them, and nothing else: 001, 1E5, 3/4, 12:30, 50 %, (5), $1. */
const FIGURES =
  /^[\s(]*[-+\u2212]?\s*\p{Sc}?\s*[\d.,][\d\s.,:/\\\-\u2212\u2013']*(?:e[-+\u2212]?\d+)?\s*(?:%|\p{Sc}|[ap]\.?m\.?)?[\s)]*$/iu

const MONTHS = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'янв(?:ар[ья])?|февр?(?:ал[ья])?|мар(?:та?)?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(?:уста?)?|сент?(?:ябр[ья])?|окт(?:ябр[ья])?',
  'нояб?(?:р[ья])?|дек(?:абр[ья])?',
].join('|')

/** A month by name with digits around it: "Mar 1", "1-мар-24", "SEPT2", "May 2024". */
const MONTH = new RegExp(`^[\\d\\s.,/-]*(?:${MONTHS})\\.?[\\d\\s.,/:-]*(?:г\\.?)?$`, 'iu')

const TRUTH = /^\s*(?:true|false|истина|ложь)\s*$/i

/**
 * Whether a spreadsheet that opens a table by itself would make something else of a text: run it as a formula, or read it as a
 * number, a date or a truth value and lose its form (001482736 becomes 1482736, 3/4 the third of April).
 */
export function isRewrittenBySpreadsheet(text: string): boolean {
  if (FORMULA.test(text) || TRUTH.test(text)) return true
  return /\d/.test(text) && (FIGURES.test(text) || MONTH.test(text))
}

/**
 * The text as a spreadsheet may have it: an apostrophe stands before whatever it would run or rewrite. Formulas are sought
 * inside the text too: a table with commas opened where semicolons separate (and the other way round) is split there,
 * quotes or not.
 */
export function shieldText(text: string): string {
  const defused = text.replace(FORMULA_INSIDE, "$1$2'")
  return isRewrittenBySpreadsheet(defused) ? `'${defused}` : defused
}
