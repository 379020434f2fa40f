/** Characters at which a spreadsheet runs a cell as a formula, or splits it into a further cell that may be one. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Places where a spreadsheet may begin a cell (at the start of the text, and after every separator) with a sign that
 * makes it a formula; East Asian versions also accept full-width signs. Spaces and quotes in front may be dropped.
 */
const FORMULA_INSIDE = /(^|[,;|\t\r\n])([ \u00a0"]*)(?=[=+\-@＝＋－＠])/g

/** Only digits with signs of numbers, dates, times, percent and money: 001, 1E5, 3/4, 12:30, 50 %, (5), $1. */
const FIGURES =
  /^[\s(]*[-+\u2212]?\s*\p{Sc}?\s*[\d.,][\d\s.,:/\\\-\u2212\u2013']*(?:e[-+\u2212]?\d+)?\s*(?:%|\p{Sc}|[ap]\.?m\.?)?[\s)]*$/iu

const MONTHS = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'янв(?:ар[ья])?|февр?(?:ал[ья])?|мар(?:та?)?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(?:уста?)?|сент?(?:ябр[ья])?|окт(?:ябр[ья])?',
  'нояб?(?:р[ья])?|дек(?:абр[ья])?',
].join('|')

/** A month name with digits around it: "Mar 1", "1-мар-24", "SEPT2", "May 2024". */
const MONTH = new RegExp(`^[\\d\\s.,/-]*(?:${MONTHS})\\.?[\\d\\s.,/:-]*(?:г\\.?)?$`, 'iu')

const TRUTH = /^\s*(?:true|false|истина|ложь)\s*$/i

/**
 * Whether a spreadsheet that opens a table directly would change a text: run it as a formula, or read it as a number, a
 * date or a truth value and lose its form (001482736 becomes 1482736, 3/4 becomes 3 April).
 */
export function isRewrittenBySpreadsheet(text: string): boolean {
  if (FORMULA.test(text) || TRUTH.test(text)) return true
  return /\d/.test(text) && (FIGURES.test(text) || MONTH.test(text))
}

/**
 * The text made safe for a spreadsheet, with an apostrophe before anything it would run or rewrite. Formulas inside the
 * text are included: a table with commas that is opened with semicolons as separators (or the other way round) is split
 * there, with or without quotes.
 */
export function shieldText(text: string): string {
  const defused = text.replace(FORMULA_INSIDE, "$1$2'")
  return isRewrittenBySpreadsheet(defused) ? `'${defused}` : defused
}
